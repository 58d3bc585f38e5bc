/** Merges a user's own IstioOperator files under what Meshwright decides. */
@NullMarked
package io.meshwright.overlay;

import org.jspecify.annotations.NullMarked;
