/** Decides which documents each cluster gets and what they hold. */
@NullMarked
package io.meshwright.plan;

import org.jspecify.annotations.NullMarked;
