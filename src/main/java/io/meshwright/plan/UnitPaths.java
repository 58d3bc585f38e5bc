package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Canary;
import io.meshwright.model.Installer;
import java.util.Optional;
import java.util.stream.Stream;

/** Where what a stage brings lies in a cluster's folder, for each installer. */
final class UnitPaths {
  private static final String CONTROL_PLANE = Layer.CONTROL_PLANE.folder();

  private UnitPaths() {}

  /** Returns where {@code part} lies in what a cluster gets; empty where it has no such part. */
  static Optional<String> of(Part part, Installer installer, PlannedFiles plan) {
    return installer == Installer.ISTIOCTL && !isLayer(part)
        ? ofIstioctl(part, plan)
        : of(part, installer, plan.cluster()).filter(plan::has);
  }

  private static boolean isLayer(Part part) {
    return part == Part.BOOTSTRAP || part == Part.MESH || part == Part.PEERS;
  }

  /** A file, or what istioctl made of it. */
  private static Optional<String> ofIstioctl(Part part, PlannedFiles plan) {
    if (part == Part.DEFINITIONS) {
      return Stream.of(Part.ISTIOD, Part.HOST_GATEWAY)
          .flatMap(owner -> file(owner, plan.cluster()).stream())
          .map(file -> expanded(file, InstallerFile.DEFINITIONS))
          .filter(plan::has)
          .findFirst();
    }
    return file(part, plan.cluster()).stream()
        .flatMap(file -> Stream.of(expanded(file, InstallerFile.OBJECTS), inControlPlane(file)))
        .filter(plan::has)
        .findFirst();
  }

  private static String expanded(String file, String folder) {
    return inControlPlane(InstallerFile.expanded(file)) + "/" + folder;
  }

  private static Optional<String> of(Part part, Installer installer, ClusterFacts facts) {
    return switch (part) {
      case BOOTSTRAP -> Optional.of(Layer.BOOTSTRAP.folder());
      case MESH -> Optional.of(Layer.MESH.folder());
      case PEERS -> Optional.of(Layer.PEERS.folder());
      default ->
          switch (installer) {
            case ISTIOCTL -> Optional.empty();
            case OPERATOR -> Optional.of(CONTROL_PLANE).filter(path -> part == Part.ISTIOD);
            case HELM, SAIL -> folder(part, installer, facts).map(UnitPaths::inControlPlane);
          };
    };
  }

  private static Optional<String> file(Part part, ClusterFacts facts) {
    return switch (part) {
      case ISTIOD -> Optional.of(InstallerFile.operator(facts.cluster().release().revision()));
      case CANARY -> canary(facts).map(revision -> InstallerFile.operator(Optional.of(revision)));
      case GATEWAY -> Optional.of(InstallerFile.gateway(Optional.empty()));
      case CANARY_GATEWAY ->
          canary(facts).map(revision -> InstallerFile.gateway(Optional.of(revision)));
      case HOST_GATEWAY -> Optional.of(InstallerFile.CONTROL_PLANE_GATEWAY);
      default -> Optional.empty();
    };
  }

  private static Optional<String> folder(Part part, Installer installer, ClusterFacts facts) {
    String istiod = installer == Installer.SAIL ? ChartRelease.ISTIO : ChartRelease.ISTIOD;
    String gateway = facts.cluster().eastWest().name();
    return switch (part) {
      case DEFINITIONS ->
          Optional.of(ChartRelease.BASE).filter(path -> installer == Installer.HELM);
      case CNI -> Optional.of(ChartRelease.CNI);
      case ZTUNNEL -> Optional.of(ChartRelease.ZTUNNEL);
      case ISTIOD -> Optional.of(ChartRelease.named(istiod, facts.cluster().release().revision()));
      case CANARY -> canary(facts).map(name -> ChartRelease.named(istiod, Optional.of(name)));
      case GATEWAY -> Optional.of(gateway);
      case CANARY_GATEWAY ->
          canary(facts).map(name -> ChartRelease.named(gateway, Optional.of(name)));
      case HOST_GATEWAY -> Optional.of(ChartRelease.HOST_GATEWAY);
      case HOST_GATEWAY_ISTIOD -> Optional.of(ChartRelease.HOST_GATEWAY_ISTIOD);
      default -> Optional.empty();
    };
  }

  private static Optional<String> canary(ClusterFacts facts) {
    return facts.cluster().release().canary().map(Canary::revision);
  }

  private static String inControlPlane(String path) {
    return CONTROL_PLANE + "/" + path;
  }
}
