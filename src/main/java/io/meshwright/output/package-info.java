/** The folder that a person commits: what Meshwright owns in it, and how it changes. */
@NullMarked
package io.meshwright.output;

import org.jspecify.annotations.NullMarked;
