package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Certificates;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * What cert-manager makes the Secret {@code cacerts} of: a key that never leaves the cluster, and
 * the certificate with which its istiod signs, in the form of a TLS Secret (detectSigningCABundle
 * in pilot/pkg/bootstrap/istio_ca.go at 1.30.3).
 *
 * @param name the Secret's name, and the Certificate's
 * @param namespace the system namespace
 * @param cluster the cluster's name, by which people tell the certificates apart
 * @param mesh the mesh's name
 * @param issuer who signs it: the same root in every cluster
 */
public record IntermediateCertificate(
    String name, String namespace, String cluster, String mesh, Certificates.Issuer issuer)
    implements Manifest {
  @Override
  public String template() {
    return "intermediate-certificate.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return name + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("cert-manager.io/v1", "Certificate", namespace, name);
  }

  /** Every cluster that an istiod is installed in has one, when cert-manager makes them. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      Certificates certificates = mesh.topology().certificates();
      if (cluster.installsIstiod() && certificates.source() == Certificates.Source.CERT_MANAGER) {
        certificates
            .issuer()
            .ifPresent(
                issuer ->
                    plan.add(
                        new IntermediateCertificate(
                            SigningCertificate.NAME,
                            mesh.topology().istio().namespace(),
                            cluster.cluster().name(),
                            mesh.topology().name(),
                            issuer)));
      }
    }
  }
}
