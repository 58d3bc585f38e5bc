package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.expand.Expansion;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.Expansions;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.Kustomization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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

  /** Returns {@code files} with all manifests that were made, each with a header. */
  ClusterFiles with(ClusterFiles files, String header, Function<Manifest, String> text)
      throws IOException {
    TreeMap<OutputPath, String> all = new TreeMap<>(files.files());
    for (Map.Entry<String, Expansion> entry : made.entrySet()) {
      String folder = InstallerFile.expanded(entry.getKey()) + "/";
      entry
          .getValue()
          .texts()
          .forEach((path, object) -> all.put(new OutputPath(folder + path), header + object));
      entry.getValue().forget();
      for (String name : entry.getValue().folders()) {
        Kustomization kustomization = kustomization(folder + name, entry.getValue().files(name));
        OutputPath path =
            new OutputPath(Layer.CONTROL_PLANE.folder() + "/" + kustomization.fileName());
        all.put(path, header + text.apply(kustomization));
      }
    }
    return new ClusterFiles(files.cluster(), all, files.waiting(), expansions);
  }

  private static Kustomization kustomization(String folder, List<String> files) {
    String inside = folder.substring(Layer.CONTROL_PLANE.folder().length() + 1);
    return new Kustomization(Layer.CONTROL_PLANE, inside, files);
  }
}
