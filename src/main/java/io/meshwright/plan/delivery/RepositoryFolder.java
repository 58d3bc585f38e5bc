package io.meshwright.plan.delivery;

import io.meshwright.facts.MeshFacts;

/** Where in the git repository what is rendered lies. */
final class RepositoryFolder {
  private final String mesh;

  private RepositoryFolder(String mesh) {
    this.mesh = mesh;
  }

  static RepositoryFolder of(MeshFacts mesh) {
    String output = mesh.topology().gitOps().folder();
    String name = mesh.topology().name();
    return new RepositoryFolder(output.isEmpty() ? name : output + "/" + name);
  }

  /** Returns the folder of the mesh, without a slash at either end. */
  String ofMesh() {
    return mesh;
  }

  /** Returns a folder of a cluster, or of what the mesh has once. */
  String of(String cluster, String path) {
    return mesh + "/" + cluster + "/" + path;
  }
}
