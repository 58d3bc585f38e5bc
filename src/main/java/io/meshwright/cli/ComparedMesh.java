package io.meshwright.cli;

import io.meshwright.RenderedMesh;
import io.meshwright.output.ClusterFiles;
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
  static final String OUTPUT = "--output";
  static final String ONLY = "--only";
  static final String OVERWRITE = "--overwrite";

  /** Compares each mesh with what lies in the output folder; writes nothing. */
  static List<ComparedMesh> all(List<RenderedMesh> meshes, ParseResult arguments)
      throws IOException {
    Path directory = arguments.matchedOptionValue(OUTPUT, Path.of("output"));
    Set<String> only = new TreeSet<>(Options.values(arguments, ONLY));
    List<Path> overwrite = Options.values(arguments, OVERWRITE).stream().map(Path::of).toList();
    checkNames(meshes, only);
    List<ComparedMesh> compared = new ArrayList<>();
    for (RenderedMesh mesh : meshes) {
      OutputFolder folder = OutputFolder.open(directory, name(mesh), overwrite);
      Comparison comparison =
          only.isEmpty()
              ? folder.compare(mesh.clusters(), Scope.WHOLE_MESH)
              : folder.compare(some(mesh, only), Scope.SOME_CLUSTERS);
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
      mesh.clusters().forEach(cluster -> clusters.add(cluster.cluster()));
    }
    for (String cluster : only) {
      if (!clusters.contains(cluster)) {
        throw new UsageException(
            "there is no cluster \"" + VisibleText.of(cluster) + "\" to render",
            NearestName.suggest(cluster, clusters)
                + ONLY
                + " takes the name of a cluster in the topology");
      }
    }
  }

  private static String name(RenderedMesh mesh) {
    return mesh.facts().topology().name();
  }

  private static List<ClusterFiles> some(RenderedMesh mesh, Set<String> only) {
    return mesh.clusters().stream().filter(files -> only.contains(files.cluster())).toList();
  }
}
