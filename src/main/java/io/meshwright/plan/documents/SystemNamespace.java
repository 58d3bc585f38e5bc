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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The system namespace. istioctl and Helm never render it, yet istiod reads a cluster's network
 * from its label, and from its annotation, once, whether it manages the cluster
 * (pilot/pkg/serviceregistry/kube/controller/multicluster.go, checkShouldLead).
 *
 * @param name the namespace's name
 * @param network the network of the cluster's pods
 * @param controlPlaneClusters the ids of the primaries that manage a remote, joined by commas
 *     without blanks, since istiod does not trim them; absent on a primary
 */
public record SystemNamespace(
    String name, Optional<String> network, Optional<String> controlPlaneClusters)
    implements Manifest {
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
              cluster.controlPlanes().isEmpty() || cluster.installsIstiod()
                  ? Optional.empty()
                  : Optional.of(
                      cluster.controlPlanes().stream()
                          .map(Cluster::id)
                          .collect(Collectors.joining(",")))));
    }
  }
}
