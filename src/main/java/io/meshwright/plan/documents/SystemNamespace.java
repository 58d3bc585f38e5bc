package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Cluster;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The system namespace. istioctl and Helm never render it, yet istiod reads a cluster's network
 * from its label, and from its annotation, once, whether it manages the cluster
 * (pilot/pkg/serviceregistry/kube/controller/multicluster.go, checkShouldLead).
 *
 * @param name the namespace's name
 * @param network the network of the cluster's pods
 * @param controlPlaneClusters the names that the istiods call themselves which manage a remote,
 *     joined by commas without blanks, since istiod does not trim them; absent where there is none
 * @param kept what tells a GitOps engine not to delete it
 */
public record SystemNamespace(
    String name,
    Optional<String> network,
    Optional<String> controlPlaneClusters,
    Map<String, String> kept)
    implements Manifest {
  public SystemNamespace {
    kept = Collections.unmodifiableMap(new TreeMap<>(kept));
  }

  @Override
  public String template() {
    return "namespace.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return "namespace.yaml";
  }

  @Override
  public Identity identity() {
    return new Identity("v1", "Namespace", Optional.empty(), Optional.of(name));
  }

  /** Every cluster has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      plan.add(
          new SystemNamespace(
              mesh.topology().istio().namespace(),
              cluster.has(IstioFeature.NETWORK_LABELS)
                  ? cluster.cluster().network()
                  : Optional.empty(),
              managers(mesh, cluster),
              KeptByEngine.annotations(mesh)));
    }

    /**
     * A hosted istiod goes by the name of the cluster that holds its configuration, and manages
     * that one anyway.
     */
    private static Optional<String> managers(MeshFacts mesh, ClusterFacts cluster) {
      if (cluster.installsIstiod()) {
        return Optional.empty();
      }
      List<String> ids =
          cluster.controlPlanes().stream()
              .flatMap(manager -> mesh.cluster(manager.name()).stream())
              .flatMap(manager -> manager.configSource().stream())
              .filter(source -> !source.equals(cluster.cluster()))
              .map(Cluster::id)
              .toList();
      return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ids));
    }
  }
}
