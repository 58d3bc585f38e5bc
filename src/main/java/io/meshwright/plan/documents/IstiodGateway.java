package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.GatewayApi;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Map;

/**
 * Opens the east-west gateway for remotes on their way to istiod, TLS passed through
 * (samples/multicluster/expose-istiod.yaml).
 *
 * @param apiVersion the version of the API that the mesh's Istio serves
 * @param namespace the system namespace
 * @param selector the labels of the gateway's pods
 */
public record IstiodGateway(String apiVersion, String namespace, Map<String, String> selector)
    implements Manifest {
  static final String NAME = "istiod-gateway";

  @Override
  public String template() {
    return "istiod-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return NAME + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "Gateway", namespace, NAME);
  }

  /** Every primary that serves remotes through its east-west gateway has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (cluster.exposesIstiod()
          && cluster.has(IstioFeature.EAST_WEST_GATEWAY)
          && cluster.cluster().eastWest().api() == GatewayApi.ISTIO) {
        plan.add(
            new IstiodGateway(
                NetworkingApi.of(cluster),
                mesh.topology().istio().namespace(),
                cluster.cluster().eastWest().selector()));
      }
    }
  }
}
