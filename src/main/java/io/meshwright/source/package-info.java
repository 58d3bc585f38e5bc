/** Text with places: what a person can open and point at. */
@NullMarked
package io.meshwright.source;

import org.jspecify.annotations.NullMarked;
