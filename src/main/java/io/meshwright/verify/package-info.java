/** Checks what was rendered before it is written. */
@NullMarked
package io.meshwright.verify;

import org.jspecify.annotations.NullMarked;
