package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a mesh's output folder differs from what is rendered. */
public final class Comparison {
  private final List<ClusterComparison> clusters;
  private final List<ComparedFolder> gone;
  private final List<Diagnostic> problems;
  private final List<Diagnostic> drift;

  /**
   * @param rendered one for each cluster that was rendered
   * @param gone one for each folder of a cluster that the topology no longer has
   * @param around findings about the folders above
   * @param strangers findings about what lies beside the clusters' folders
   */
  Comparison(
      List<ClusterComparison> rendered,
      List<ComparedFolder> gone,
      List<Diagnostic> around,
      List<Diagnostic> strangers) {
    this.clusters = sorted(rendered);
    this.gone =
        gone.stream()
            .sorted(Comparator.comparing(folder -> folder.comparison().cluster()))
            .toList();
    List<Diagnostic> problems = new ArrayList<>(around);
    List<Diagnostic> drift = new ArrayList<>(strangers);
    for (Diagnostic finding : around) {
      if (!finding.rule().equals(OutputFindings.READ_ONLY)) {
        drift.add(finding); // to compare, nobody has to write
      }
    }
    for (List<ClusterComparison> part : List.of(clusters, gone())) {
      for (ClusterComparison cluster : part) {
        problems.addAll(cluster.problems());
        drift.addAll(cluster.drift());
      }
    }
    this.problems = firstOfReadOnly(problems.stream().sorted().distinct().toList());
    this.drift = drift;
  }

  /** Returns the rendered clusters, sorted by name. */
  public List<ClusterComparison> clusters() {
    return clusters;
  }

  /** Returns the clusters whose files go because the topology no longer has them, sorted. */
  public List<ClusterComparison> gone() {
    return gone.stream().map(ComparedFolder::comparison).toList();
  }

  List<ComparedFolder> goneFolders() {
    return gone;
  }

  /** Returns why nothing can be written; empty when {@link MeshWriter#commit} may run. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /**
   * Returns everything that is not as the topology renders it, each naming its file. Files that
   * wait for a pending value are no drift unless somebody edited them.
   */
  public List<Diagnostic> drift() {
    return drift.stream().sorted().distinct().toList();
  }

  /**
   * Of folders within each other that cannot be written the outermost is enough: a whole file
   * system may be read-only, with thousands of them.
   */
  private static List<Diagnostic> firstOfReadOnly(List<Diagnostic> sorted) {
    Set<String> readOnly = new HashSet<>();
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic problem : sorted) {
      String folder = problem.location().file();
      if (!problem.rule().equals(OutputFindings.READ_ONLY)
          || (!isBelow(folder, readOnly) && readOnly.add(folder))) {
        kept.add(problem);
      }
    }
    return kept;
  }

  private static boolean isBelow(String path, Set<String> folders) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static List<ClusterComparison> sorted(List<ClusterComparison> clusters) {
    return clusters.stream().sorted(Comparator.comparing(ClusterComparison::cluster)).toList();
  }
}
