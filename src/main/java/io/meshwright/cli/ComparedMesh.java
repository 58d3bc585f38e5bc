package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.Expanding;
import io.meshwright.MeshPlan;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.output.ClusterComparison;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.Comparison;
import io.meshwright.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A rendered mesh beside the folder that it belongs in.
 *
 * @param plan what is known of the mesh
 * @param directory the folder of all meshes, as the arguments name it
 * @param comparison how the mesh's own folder differs from what is rendered
 */
record ComparedMesh(MeshPlan plan, Path directory, Comparison comparison) {
  /** What is done with a cluster's files as soon as they are rendered. */
  interface Step {
    ClusterComparison compare(ClusterFiles files) throws IOException;
  }

  /**
   * Renders those clusters of {@code mesh} that {@code target} asks for, each through {@code step}.
   */
  static Outcome<ComparedMesh> of(
      CheckedMesh mesh, Target target, Expanding expanding, OutputFolder folder, Step step)
      throws IOException {
    List<ClusterComparison> clusters = Collections.synchronizedList(new ArrayList<>());
    Outcome<MeshPlan> plan =
        mesh.render(target::wants, expanding, files -> clusters.add(step.compare(files)));
    Comparison comparison = folder.compared(clusters, target.scope());
    return plan.then(
        known -> Outcome.of(new ComparedMesh(known, target.directory(), comparison), List.of()));
  }
}
