package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Optional;

/**
 * Has the gateway that terminates TLS speak it anew to the hosted istiod. Without a root a gateway
 * of 1.26 or later would check istiod's certificate against public authorities, which have not
 * signed it (constructUpstreamTLS in pilot/pkg/networking/core).
 *
 * @param apiVersion the version of the API that the cluster's Istio serves
 * @param namespace the system namespace
 * @param service istiod's Service, fully qualified
 * @param root the Secret with the root of istiod's certificate; absent where nobody knows it
 *     beforehand, since istiod makes it
 * @param name the name on istiod's certificate
 */
public record HostedIstiodTls(
    String apiVersion, String namespace, String service, Optional<String> root, String name)
    implements Manifest {
  private static final String NAME = "external-istiod-dr";

  @Override
  public String template() {
    return "hosted-istiod-tls.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return "external-istiod-tls.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "DestinationRule", namespace, NAME);
  }

  /** Every host whose gateway terminates TLS has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (HostedIstiod.isTerminated(cluster)) {
        boolean known = SigningCertificate.isDelivered(mesh);
        plan.add(
            new HostedIstiodTls(
                NetworkingApi.of(cluster),
                mesh.topology().istio().namespace(),
                HostedIstiod.service(mesh, cluster.cluster()),
                known ? Optional.of(HostedIstiodRoot.NAME) : Optional.empty(),
                HostedIstiod.certifiedName(mesh, cluster.cluster())));
      }
    }
  }
}
