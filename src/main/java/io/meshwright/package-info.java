/** The public face: renders a topology file into the manifests of its mesh. */
@NullMarked
package io.meshwright;

import org.jspecify.annotations.NullMarked;
