package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a person does with Helm. */
final class HelmSteps {
  /** Where Istio's guide to Helm has people fetch its charts. */
  private static final String REPOSITORY = "https://istio-release.storage.googleapis.com/charts";

  private HelmSteps() {}

  /** Returns how to name the repository of charts, once. */
  static String repository() {
    return "Tell Helm where Istio's charts are: helm repo add istio " + REPOSITORY;
  }

  /** Returns how to install what a step brings, a sentence for each version. */
  static List<String> of(MeshFacts mesh, ApplicationOrder.Step step) {
    Map<ChartRelease, List<String>> releases = new LinkedHashMap<>();
    Set<String> concerned = new TreeSet<>(step.clusters());
    for (ClusterFacts facts : mesh.clusters()) {
      String name = facts.cluster().name();
      if (concerned.contains(name)) {
        ChartReleases.of(mesh, facts).stream()
            .filter(release -> release.folder().equals(step.path()))
            .forEach(
                release -> releases.computeIfAbsent(release, key -> new ArrayList<>()).add(name));
      }
    }
    List<String> steps = new ArrayList<>();
    releases.forEach((release, clusters) -> steps.add(install(step.title(), release, clusters)));
    return steps;
  }

  private static String install(String title, ChartRelease release, List<String> clusters) {
    return "Install "
        + title
        + " with Helm: helm upgrade --install "
        + release.name()
        + " istio/"
        + release.chart()
        + " --version "
        + release.version()
        + " --namespace "
        + release.namespace()
        + " --values CLUSTER/"
        + release.folder()
        + "/values.yaml for "
        + Words.list(clusters);
  }
}
