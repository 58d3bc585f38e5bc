/** What was found, as values. */
@NullMarked
package io.meshwright.diagnostic;

import org.jspecify.annotations.NullMarked;
