package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.SecretStore;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.StorePath;
import java.util.Optional;

/**
 * Gives an istiod access to another cluster: the External Secrets Operator makes the Secret of it
 * that {@code istioctl create-remote-secret} would. istiod reads the label and the key, which is
 * the watched cluster's id (pkg/kube/multicluster/secretcontroller.go).
 *
 * @param name the Secret's name, and the ExternalSecret's
 * @param namespace the system namespace
 * @param cluster the watched cluster's id
 * @param store the store that keeps the token
 * @param path the token's place in the store
 * @param kubeconfig the kubeconfig, with a placeholder for the token
 */
public record RemoteSecret(
    String name,
    String namespace,
    String cluster,
    SecretStore store,
    String path,
    Kubeconfig kubeconfig)
    implements Manifest {
  /** The operator's template language, which fills in the token. */
  static final String TOKEN = "{{ .token }}";

  @Override
  public String template() {
    return "remote-secret.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.PEERS;
  }

  @Override
  public String fileName() {
    return name + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("external-secrets.io/v1", "ExternalSecret", namespace, name);
  }

  /**
   * Every cluster with an istiod for the mesh has one for every other cluster, never one for where
   * its configuration stands.
   */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      for (Cluster watched : cluster.readsBySecret()) {
        mesh.topology()
            .secrets()
            .store()
            .flatMap(store -> secret(mesh, watched, store))
            .ifPresent(plan::add);
      }
    }

    private static Optional<RemoteSecret> secret(
        MeshFacts mesh, Cluster watched, SecretStore store) {
      return Kubeconfig.of(mesh, watched, TOKEN)
          .map(
              kubeconfig ->
                  new RemoteSecret(
                      "istio-remote-secret-" + watched.id(),
                      mesh.topology().istio().namespace(),
                      watched.id(),
                      store,
                      StorePath.of(mesh.topology().secrets().path(), mesh, watched),
                      kubeconfig));
    }
  }
}
