package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Address;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.text.Words;
import java.util.List;

/** What a GitOps engine must have, and what it leaves to people. */
final class EngineNeeds {
  private EngineNeeds() {}

  /** Adds what the topology takes as given of the engine, a phrase each. */
  static void addGiven(MeshFacts mesh, List<String> given) {
    GitOps gitOps = mesh.topology().gitOps();
    String destinations =
        Words.list(
            mesh.clusters().stream().map(facts -> facts.cluster().destination()).sorted().toList());
    switch (gitOps.engine()) {
      case NONE -> {}
      case ARGO_CD -> {
        given.add(
            "Argo CD 3.2 or later in namespace "
                + gitOps.namespace()
                + ", which may read the repository and knows the clusters as "
                + destinations
                + "; project "
                + gitOps.project()
                + " allows both");
        given.add(
            "Argo CD's health check of Applications, restored in its ConfigMap argocd-cm, without"
                + " which waves do not wait for one another (docs/gitops.md)");
        given.add("The Application in _mesh/gitops, once applied to Argo CD's own cluster");
      }
      case FLUX -> {
        given.add(
            "Flux "
                + flux(mesh)
                + " or later, which finds the kubeconfigs of the clusters in namespace "
                + gitOps.namespace()
                + " in the Secrets (key: value) "
                + destinations);
        gitOps
            .secret()
            .ifPresent(
                secret ->
                    given.add(
                        "The Secret "
                            + secret
                            + " of namespace "
                            + gitOps.namespace()
                            + ", with which Flux reads the repository"));
        given.add("The folder _mesh/gitops, once applied to Flux's own cluster: kubectl apply -k");
      }
    }
  }

  /** Fields that keep what istiod writes came with 2.9; the strategy for retries with 2.7. */
  private static String flux(MeshFacts mesh) {
    return mesh.topology().istio().installer() == Installer.ISTIOCTL ? "2.9" : "2.7";
  }

  /** Adds what the engine does not do by itself, a sentence each. */
  static void addSteps(MeshFacts mesh, List<String> steps) {
    Installer installer = mesh.topology().istio().installer();
    boolean applied = installer == Installer.ISTIOCTL || installer == Installer.HELM;
    if (mesh.topology().gitOps().engine() != GitOps.Engine.ARGO_CD || !applied) {
      return;
    }
    List<ClusterFacts> remotes =
        mesh.clusters().stream().filter(EngineNeeds::dialsAnAddress).toList();
    if (!remotes.isEmpty()) {
      steps.add(
          "Take Endpoints and EndpointSlice out of resource.exclusions in Argo CD's ConfigMap"
              + " argocd-cm (docs/gitops.md), or give istiod.host: in an "
              + (remotes.get(0).has(IstioFeature.ENDPOINT_SLICE) ? "EndpointSlice" : "Endpoints")
              + " stands where istiod is, for "
              + Words.list(remotes.stream().map(facts -> facts.cluster().name()).toList()));
    }
  }

  private static boolean dialsAnAddress(ClusterFacts facts) {
    return facts.dialledAddress().filter(EngineNeeds::isIp).isPresent();
  }

  private static boolean isIp(Address address) {
    return address.isIpv4() || address.isIpv6();
  }
}
