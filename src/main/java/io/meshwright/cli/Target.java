package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.output.OutputFolder;
import io.meshwright.output.Scope;
import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ParseResult;

/**
 * Where the meshes of a command line belong, and which of their clusters it asks for.
 *
 * @param directory the folder of all meshes, as the arguments name it
 * @param only the names of clusters; all when empty
 * @param overwrite files that the user gives up
 */
record Target(Path directory, Set<String> only, List<Path> overwrite) {
  /** Returns what the arguments say, which fits {@code meshes}. */
  static Target of(ParseResult arguments, List<CheckedMesh> meshes) {
    Target target =
        new Target(
            arguments.matchedOptionValue(Options.OUTPUT, Path.of("output")),
            new TreeSet<>(Options.values(arguments, Options.ONLY)),
            Options.values(arguments, Options.OVERWRITE).stream().map(Path::of).toList());
    target.checkNames(meshes);
    return target;
  }

  /** Opens the folder of {@code mesh}. */
  OutputFolder open(CheckedMesh mesh) throws IOException {
    return OutputFolder.open(directory, name(mesh), overwrite);
  }

  boolean wants(String cluster) {
    return only.isEmpty() || only.contains(cluster);
  }

  Scope scope() {
    return only.isEmpty() ? Scope.WHOLE_MESH : Scope.SOME_CLUSTERS;
  }

  private void checkNames(List<CheckedMesh> meshes) {
    Set<String> names = new HashSet<>();
    Set<String> clusters = new TreeSet<>();
    for (CheckedMesh mesh : meshes) {
      if (!names.add(name(mesh))) {
        throw new UsageException(
            "two of the topologies describe the mesh \"" + name(mesh) + "\"",
            "each mesh has one topology: its name is its folder's");
      }
      mesh.facts().clusters().forEach(facts -> clusters.add(facts.cluster().name()));
    }
    for (String cluster : only) {
      if (!clusters.contains(cluster)) {
        throw new UsageException(
            "there is no cluster \"" + VisibleText.of(cluster) + "\" to render",
            NearestName.suggest(cluster, clusters)
                + Options.ONLY
                + " takes the name of a cluster in the topology");
      }
    }
  }

  private static String name(CheckedMesh mesh) {
    return mesh.facts().topology().name();
  }
}
