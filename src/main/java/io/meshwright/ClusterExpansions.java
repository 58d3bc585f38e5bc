package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.expand.Expansion;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.Expansions;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.documents.Kustomization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What istioctl makes of one cluster's files.
 *
 * @param made what is written, by file, such as {@code control-plane/istio-operator.yaml}
 * @param expansions the same, and what stays as it lies there
 * @param folders the folders of all these manifests, inside the cluster's
 * @param missing the files, with their cluster, of which an engine needs manifests and nobody made
 *     any
 * @param found what went wrong
 */
record ClusterExpansions(
    SortedMap<String, Expansion> made,
    Expansions expansions,
    Set<String> folders,
    List<String> missing,
    List<Diagnostic> found) {
  static final ClusterExpansions NONE =
      new ClusterExpansions(new TreeMap<>(), Expansions.NONE, Set.of(), List.of(), List.of());

  /** Returns whether something went wrong, rather than that istioctl has a warning. */
  boolean failed() {
    for (Diagnostic finding : found) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code files} with all manifests that were made. */
  ClusterFiles with(ClusterFiles files, ExpansionStage.Texts texts) throws IOException {
    if (made.isEmpty()) {
      return files;
    }
    TreeMap<OutputPath, String> all = new TreeMap<>(files.files());
    for (Map.Entry<String, Expansion> entry : made.entrySet()) {
      String folder = InstallerFile.expanded(entry.getKey()) + "/";
      Expansion expansion = entry.getValue();
      for (Map.Entry<String, String> object : expansion.texts().entrySet()) {
        all.put(new OutputPath(folder + object.getKey()), texts.header() + object.getValue());
      }
      expansion.forget();
      for (String name : expansion.folders()) {
        Kustomization kustomization = kustomization(folder + name, expansion.files(name));
        String path = Layer.CONTROL_PLANE.folder() + "/" + kustomization.fileName();
        all.put(new OutputPath(path), texts.text(kustomization));
      }
    }
    return new ClusterFiles(files.cluster(), all, files.waiting(), expansions);
  }

  private static Kustomization kustomization(String folder, List<String> files) {
    String inside = folder.substring(Layer.CONTROL_PLANE.folder().length() + 1);
    return new Kustomization(Layer.CONTROL_PLANE, inside, files);
  }
}
