package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Optional;

/**
 * Opens the gateway in front of a hosted istiod for the clusters that it serves.
 *
 * @param apiVersion the version of the API that the cluster's Istio serves
 * @param namespace the system namespace
 * @param host the name that its callers dial
 * @param certificate the Secret with the server certificate; absent where TLS is passed through
 */
public record HostedIstiodGateway(
    String apiVersion, String namespace, String host, Optional<String> certificate)
    implements Manifest {
  static final String NAME = "external-istiod-gw";

  @Override
  public String template() {
    return "hosted-istiod-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return "external-istiod-gateway.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "Gateway", namespace, NAME);
  }

  /** Every host of a control plane has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (cluster.isHost()) {
        cluster.cluster().external().ifPresent(external -> plan(mesh, cluster, external, plan));
      }
    }

    private static void plan(
        MeshFacts mesh, ClusterFacts cluster, External external, ClusterPlan.Builder plan) {
      boolean terminated = HostedIstiod.isTerminated(external);
      if (terminated && external.certificateSecret().isEmpty()) {
        return; // a rule refuses it
      }
      plan.add(
          new HostedIstiodGateway(
              NetworkingApi.of(cluster),
              mesh.topology().istio().namespace(),
              external.host(),
              terminated ? external.certificateSecret() : Optional.empty()));
    }
  }
}
