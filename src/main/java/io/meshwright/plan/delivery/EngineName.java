package io.meshwright.plan.delivery;

import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Unit;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of an engine's objects. Names of meshes, clusters and folders hold no dots, so that a
 * dot between them makes names of which no two can meet. They are short, since Flux writes them
 * into labels of all that it applies.
 */
final class EngineName {
  private static final char DOT = '.';
  private static final String INSTALLED = Layer.CONTROL_PLANE.folder() + "/";

  /** What a folder of the control plane may be called, too, and something else is already. */
  private static final Set<String> TAKEN = taken();

  private EngineName() {}

  private static Set<String> taken() {
    Set<String> taken = new TreeSet<>();
    taken.add("kustomization");
    for (Layer layer : Layer.values()) {
      taken.add(layer.folder());
    }
    return taken;
  }

  /** Returns the name of what applies {@code unit}, such as {@code shop.eu1.istiod}. */
  static String of(MeshFacts mesh, Unit unit) {
    return mesh.topology().name() + DOT + unit.cluster() + DOT + dotted(unit);
  }

  /** Returns the name of what a mesh has once, such as {@code shop.mesh}. */
  static String ofMesh(MeshFacts mesh) {
    return mesh.topology().name() + DOT + "mesh";
  }

  /** Returns the name of the file in the folder of the engine's objects. */
  static String file(Unit unit) {
    return dotted(unit) + ".yaml";
  }

  private static String dotted(Unit unit) {
    String path = unit.path();
    String inside = path.startsWith(INSTALLED) ? path.substring(INSTALLED.length()) : path;
    return (TAKEN.contains(inside) ? path : inside).replace('/', DOT);
  }
}
