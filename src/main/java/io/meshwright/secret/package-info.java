/** Recognises secrets in text. */
@NullMarked
package io.meshwright.secret;

import org.jspecify.annotations.NullMarked;
