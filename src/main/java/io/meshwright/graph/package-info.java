/** Pictures of a mesh, from its facts alone. */
@NullMarked
package io.meshwright.graph;

import org.jspecify.annotations.NullMarked;
