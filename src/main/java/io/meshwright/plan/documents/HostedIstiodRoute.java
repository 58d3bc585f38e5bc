package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * Leads from the gateway in front of a hosted istiod to it.
 *
 * @param apiVersion the version of the API that the cluster's Istio serves
 * @param namespace the system namespace
 * @param host the name that its callers dial
 * @param passedThrough whether TLS is left to istiod
 * @param service istiod's Service, fully qualified
 */
public record HostedIstiodRoute(
    String apiVersion, String namespace, String host, boolean passedThrough, String service)
    implements Manifest {
  private static final String NAME = "external-istiod-vs";

  @Override
  public String template() {
    return "hosted-istiod-route.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return "external-istiod-route.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "VirtualService", namespace, NAME);
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
      plan.add(
          new HostedIstiodRoute(
              NetworkingApi.of(cluster),
              mesh.topology().istio().namespace(),
              external.host(),
              !HostedIstiod.isTerminated(external),
              HostedIstiod.service(mesh, cluster.cluster())));
    }
  }
}
