package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.SecretStore;
import io.meshwright.model.Secrets;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.StorePath;

/**
 * Carries the reader's token to the store, so that nobody has to: a PushSecret of the External
 * Secrets Operator.
 *
 * @param name the PushSecret's name
 * @param namespace the system namespace
 * @param fileName the file's name
 * @param store the store
 * @param tokenSecret the Secret that holds the token
 * @param path the token's place in the store
 * @param property the token's name there
 */
public record ReaderTokenPublication(
    String name,
    String namespace,
    String fileName,
    SecretStore store,
    String tokenSecret,
    String path,
    String property)
    implements Manifest {
  /** The name of the reader's token in the store. */
  static final String TOKEN = "token";

  @Override
  public String template() {
    return "reader-token-publication.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public Identity identity() {
    return Identity.of("external-secrets.io/v1alpha1", "PushSecret", namespace, name);
  }

  /** Every watched cluster has one, when tokens are published. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      Secrets secrets = mesh.topology().secrets();
      if (cluster.readBySecret().isEmpty() || !secrets.publish()) {
        return;
      }
      secrets
          .store()
          .ifPresent(
              store ->
                  plan.add(
                      new ReaderTokenPublication(
                          "istio-reader-token",
                          mesh.topology().istio().namespace(),
                          "reader-token-publication.yaml",
                          store,
                          ReaderToken.secret(),
                          StorePath.of(secrets.path(), mesh, cluster.cluster()),
                          TOKEN)));
    }
  }
}
