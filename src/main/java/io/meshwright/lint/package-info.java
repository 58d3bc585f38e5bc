/** Rules about the meaning of a topology and the files it names. */
@NullMarked
package io.meshwright.lint;

import org.jspecify.annotations.NullMarked;
