/** What follows from a topology: who runs istiod, who watches whom, who dials whom. */
@NullMarked
package io.meshwright.facts;

import org.jspecify.annotations.NullMarked;
