/** The kinds of documents, one class and one template each. */
@NullMarked
package io.meshwright.plan.documents;

import org.jspecify.annotations.NullMarked;
