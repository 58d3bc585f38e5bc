package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Certificates;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.StorePath;
import io.meshwright.plan.documents.ExternalSecret.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every cluster that an istiod is installed in has a reference to its signing certificate, when a
 * store delivers it: the Secret {@code cacerts}, with the four keys that istiod reads
 * (security/pkg/pki/util/keycertbundle.go; all four or none since 1.26.1).
 */
final class SigningCertificate implements DocumentKind {
  /** The mesh's root, the only one of the four that is for others, too. */
  static final String ROOT = "root-cert.pem";

  /** The Secret's name, which istiod expects. */
  static final String NAME = "cacerts";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (cluster.installsIstiod() && isDelivered(mesh)) {
      List<Value> values =
          Stream.of("ca-cert.pem", "ca-key.pem", "cert-chain.pem", ROOT)
              .map(key -> new Value(key, key))
              .toList();
      plan(mesh, cluster, NAME, mesh.topology().istio().namespace(), values, plan);
    }
  }

  /** Adds a Secret with parts of the certificate of the istiod of {@code cluster}. */
  static void plan(
      MeshFacts mesh,
      ClusterFacts cluster,
      String name,
      String namespace,
      List<Value> values,
      ClusterPlan.Builder plan) {
    if (isDelivered(mesh)) {
      String path = StorePath.of(mesh.topology().certificates().path(), mesh, cluster.cluster());
      mesh.topology()
          .secrets()
          .store()
          .ifPresent(store -> plan.add(new ExternalSecret(name, namespace, store, path, values)));
    }
  }

  /** Returns whether a store delivers certificates, rather than each istiod making its own. */
  static boolean isDelivered(MeshFacts mesh) {
    return mesh.topology().certificates().source() == Certificates.Source.EXTERNAL_SECRETS;
  }
}
