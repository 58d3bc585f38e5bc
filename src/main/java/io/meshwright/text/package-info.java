/** Words for people: nearest names and lists. */
@NullMarked
package io.meshwright.text;

import org.jspecify.annotations.NullMarked;
