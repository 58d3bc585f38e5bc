package io.meshwright.cli;

import io.meshwright.RenderedMesh;
import io.meshwright.output.Comparison;
import io.meshwright.output.OutputFolder;
import io.meshwright.output.Scope;
import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ParseResult;

/**
 * A rendered mesh beside the folder that it belongs in.
 *
 * @param mesh what was rendered
 * @param directory the folder of all meshes, as the arguments name it
 * @param folder the mesh's own folder
 * @param comparison how they differ
 */
record ComparedMesh(RenderedMesh mesh, Path directory, OutputFolder folder, Comparison comparison) {
  /** Compares each mesh with what lies in the output folder; writes nothing. */
  static List<ComparedMesh> all(List<RenderedMesh> meshes, ParseResult arguments)
      throws IOException {
    Path directory = arguments.matchedOptionValue(Options.OUTPUT, Path.of("output"));
    Set<String> only = new TreeSet<>(Options.values(arguments, Options.ONLY));
    List<Path> overwrite =
        Options.values(arguments, Options.OVERWRITE).stream().map(Path::of).toList();
    checkNames(meshes, only);
    List<ComparedMesh> compared = new ArrayList<>();
    for (RenderedMesh mesh : meshes) {
      OutputFolder folder = OutputFolder.open(directory, name(mesh), overwrite);
      Scope scope = only.isEmpty() ? Scope.WHOLE_MESH : Scope.SOME_CLUSTERS;
      Comparison comparison = folder.compare(mesh.clusters(), scope);
      compared.add(new ComparedMesh(mesh, directory, folder, comparison));
    }
    return compared;
  }

  private static void checkNames(List<RenderedMesh> meshes, Set<String> only) {
    Set<String> names = new HashSet<>();
    Set<String> clusters = new TreeSet<>();
    for (RenderedMesh mesh : meshes) {
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

  private static String name(RenderedMesh mesh) {
    return mesh.facts().topology().name();
  }
}
