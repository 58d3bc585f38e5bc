/** Turns documents into text; the only user of the template engine. */
@NullMarked
package io.meshwright.render;

import org.jspecify.annotations.NullMarked;
