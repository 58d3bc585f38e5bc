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
 */
public record ReaderToken(String namespace) implements Manifest {
  /** The Secret's name, which the template has too. */
  public static final String NAME = "istio-reader-service-account-istio-remote-secret-token";

  @Override
  public String template() {
    return "reader-token.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return "reader-token.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "Secret", namespace, NAME);
  }

  /** Every cluster that another's istiod watches has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (!cluster.watchedBy().isEmpty()) {
        plan.add(new ReaderToken(mesh.topology().istio().namespace()));
      }
    }
  }
}
