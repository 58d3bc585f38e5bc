/** What the user's own istioctl makes of the rendered IstioOperator files. */
@NullMarked
package io.meshwright.expand;

import org.jspecify.annotations.NullMarked;
