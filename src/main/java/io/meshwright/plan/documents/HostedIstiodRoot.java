package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Certificates;
import io.meshwright.model.External;
import io.meshwright.model.SecretStore;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.StorePath;

/**
 * The root by which the gateway in front of a hosted istiod knows it: the public part alone of what
 * istiod signs with, beside the gateway, whose pods read no other namespace's Secrets
 * (pilot/pkg/credentials/kube/secrets.go).
 *
 * @param namespace the gateway's namespace
 * @param store the store that keeps it
 * @param path its place in the store
 */
public record HostedIstiodRoot(String namespace, SecretStore store, String path)
    implements Manifest {
  static final String NAME = "external-istiod-root";

  @Override
  public String template() {
    return "hosted-istiod-root.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return NAME + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("external-secrets.io/v1", "ExternalSecret", namespace, NAME);
  }

  /** Every host whose gateway terminates TLS has one, when a store delivers the certificates. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      Certificates certificates = mesh.topology().certificates();
      if (HostedIstiod.isTerminated(cluster)
          && certificates.source() == Certificates.Source.EXTERNAL_SECRETS) {
        String namespace =
            cluster.cluster().external().map(External::gatewayNamespace).orElseThrow();
        String path = StorePath.of(certificates.path(), mesh, cluster.cluster());
        mesh.topology()
            .secrets()
            .store()
            .ifPresent(store -> plan.add(new HostedIstiodRoot(namespace, store, path)));
      }
    }
  }
}
