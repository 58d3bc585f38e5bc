package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Certificates;
import io.meshwright.model.SecretStore;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.StorePath;

/**
 * The reference to a control plane's signing certificate: the External Secrets Operator makes the
 * Secret {@code cacerts} of it, with the four keys that istiod reads
 * (security/pkg/pki/util/keycertbundle.go; all four or none since 1.26.1).
 *
 * @param namespace the system namespace
 * @param store the store that keeps it
 * @param path its place in the store
 */
public record SigningCertificate(String namespace, SecretStore store, String path)
    implements Manifest {
  private static final String NAME = "cacerts";

  @Override
  public String template() {
    return "cacerts-external-secret.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return "cacerts.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("external-secrets.io/v1", "ExternalSecret", namespace, NAME);
  }

  /** Every cluster that an istiod is installed in has one, when a store delivers it. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      Certificates certificates = mesh.topology().certificates();
      if (!cluster.installsIstiod()
          || certificates.source() != Certificates.Source.EXTERNAL_SECRETS) {
        return;
      }
      mesh.topology()
          .secrets()
          .store()
          .ifPresent(
              store ->
                  plan.add(
                      new SigningCertificate(
                          mesh.topology().istio().namespace(),
                          store,
                          StorePath.of(certificates.path(), mesh, cluster.cluster()))));
    }
  }
}
