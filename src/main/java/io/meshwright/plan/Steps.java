package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Canary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects the steps of an {@link ApplicationOrder}; one that concerns no cluster is left out. */
final class Steps {
  private static final String CANARY = " of a canary";

  private final List<PlannedFiles> plans;
  private final List<ApplicationOrder.Step> steps = new ArrayList<>();

  Steps(List<PlannedFiles> plans) {
    this.plans = plans;
  }

  List<ApplicationOrder.Step> steps() {
    return steps;
  }

  /** Adds the application of {@code layer} in the clusters that {@code which} names. */
  void add(String title, Layer layer, Predicate<ClusterFacts> which) {
    addPath(title, layer.folder(), which);
  }

  /** Adds the installation of a file of that name. */
  void addFile(String title, String file, Predicate<ClusterFacts> which) {
    addPath(title, Layer.CONTROL_PLANE.folder() + "/" + file, which);
  }

  /**
   * Adds the istiods, or what remotes have instead of them. A canary comes after what it stands
   * beside: both bring Istio's definitions, of which the newer ones stay.
   */
  void addIstiods(String title, Predicate<ClusterFacts> which) {
    addFiles(
        title,
        which,
        facts -> Optional.of(InstallerFile.operator(facts.cluster().release().revision())));
    addFiles(
        title + CANARY,
        which,
        facts -> canary(facts).map(name -> InstallerFile.operator(Optional.of(name))));
  }

  /** Adds the east-west gateways, those of canaries last. */
  void addGateways(String title, Predicate<ClusterFacts> which) {
    addFile(title, InstallerFile.gateway(Optional.empty()), which);
    addFiles(
        title + CANARY,
        which,
        facts -> canary(facts).map(name -> InstallerFile.gateway(Optional.of(name))));
  }

  /** Adds a step for each name that the file of a cluster has. */
  private void addFiles(
      String title,
      Predicate<ClusterFacts> which,
      Function<ClusterFacts, Optional<String>> fileOf) {
    Set<String> files = new TreeSet<>();
    plans.stream()
        .map(PlannedFiles::cluster)
        .filter(which)
        .forEach(facts -> fileOf.apply(facts).ifPresent(files::add));
    for (String file : files) {
      addFile(
          title, file, which.and(facts -> fileOf.apply(facts).filter(file::equals).isPresent()));
    }
  }

  private static Optional<String> canary(ClusterFacts facts) {
    return facts.cluster().release().canary().map(Canary::revision);
  }

  private void addPath(String title, String path, Predicate<ClusterFacts> which) {
    List<String> clusters =
        plans.stream()
            .filter(plan -> which.test(plan.cluster()) && plan.has(path))
            .map(plan -> plan.cluster().cluster().name())
            .toList();
    if (!clusters.isEmpty()) {
      steps.add(new ApplicationOrder.Step(title, path, path.endsWith(".yaml"), clusters));
    }
  }
}
