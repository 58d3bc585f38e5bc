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

/**
 * Gives a hosted istiod the cluster that holds its configuration: the Secret of this name is
 * mounted where istiod looks for a kubeconfig (deployment.yaml of istiod's chart). It must stand
 * before istiod starts, which else takes its own cluster for the source. Without the label of a
 * remote Secret, by which istiod would take it for one more cluster, named like the key.
 *
 * @param namespace the system namespace
 * @param store the store that keeps the token
 * @param path the token's place in the store
 * @param property the token's name there
 * @param kubeconfig the kubeconfig, with a placeholder for the token
 */
public record ConfigAccess(
    String namespace, SecretStore store, String path, String property, Kubeconfig kubeconfig)
    implements Manifest {
  /** The name of the token in the store. */
  static final String TOKEN = "istiod-token";

  private static final String NAME = "istio-kubeconfig";

  @Override
  public String template() {
    return "istio-kubeconfig.yaml.ftl";
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

  /** Every host of a control plane has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (cluster.isHost()) {
        cluster.configSource().ifPresent(source -> plan(mesh, source, plan));
      }
    }

    private static void plan(MeshFacts mesh, Cluster source, ClusterPlan.Builder plan) {
      mesh.topology()
          .secrets()
          .store()
          .flatMap(
              store ->
                  Kubeconfig.of(mesh, source, RemoteSecret.TOKEN)
                      .map(
                          kubeconfig ->
                              new ConfigAccess(
                                  mesh.topology().istio().namespace(),
                                  store,
                                  StorePath.of(mesh.topology().secrets().path(), mesh, source),
                                  TOKEN,
                                  kubeconfig)))
          .ifPresent(plan::add);
    }
  }
}
