package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * Has Kubernetes make the token with which other clusters' istiods read this one: an empty Secret
 * that Kubernetes fills, named as istioctl names it (istioctl/pkg/multicluster/remote_secret.go,
 * tokenSecretName). It holds nothing secret in git.
 *
 * @param namespace the system namespace
 * @param fileName the file's name
 * @param name the Secret's name
 * @param serviceAccount the ServiceAccount whose token it is
 */
public record ReaderToken(String namespace, String fileName, String name, String serviceAccount)
    implements Manifest {
  private static final String ACCOUNT = "istio-reader-service-account";

  /** Returns the token of the ServiceAccount {@code serviceAccount}. */
  static ReaderToken of(MeshFacts mesh, String fileName, String serviceAccount) {
    return new ReaderToken(
        mesh.topology().istio().namespace(), fileName, secret(serviceAccount), serviceAccount);
  }

  /** Returns the name of the Secret with the token of every reader. */
  static String secret() {
    return secret(ACCOUNT);
  }

  static String secret(String serviceAccount) {
    return serviceAccount + "-istio-remote-secret-token";
  }

  @Override
  public String template() {
    return "reader-token.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "Secret", namespace, name);
  }

  /** Every cluster that another's istiod watches by a remote Secret has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (!cluster.readBySecret().isEmpty()) {
        plan.add(of(mesh, "reader-token.yaml", ACCOUNT));
      }
    }
  }
}
