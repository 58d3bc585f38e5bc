package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.SecretStore;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.StorePath;
import java.util.Map;
import java.util.Optional;

/**
 * Every host of a control plane gives its istiod the cluster that holds the configuration: the
 * Secret of this name is mounted where istiod looks for a kubeconfig (deployment.yaml of istiod's
 * chart). It must stand before istiod starts, which else takes its own cluster for the source.
 * Without the label of a remote Secret, by which istiod would take it for one more cluster, named
 * like the key.
 */
final class ConfigAccess implements DocumentKind {
  /** The name of the token in the store. */
  static final String TOKEN = "istiod-token";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (cluster.isHost()) {
      cluster
          .configSource()
          .flatMap(
              source ->
                  mesh.topology().secrets().store().flatMap(store -> secret(mesh, source, store)))
          .ifPresent(plan::add);
    }
  }

  private static Optional<KubeconfigSecret> secret(
      MeshFacts mesh, Cluster source, SecretStore store) {
    return Kubeconfig.of(mesh, source, KubeconfigSecret.TOKEN)
        .map(
            kubeconfig ->
                new KubeconfigSecret(
                    Layer.BOOTSTRAP,
                    "istio-kubeconfig",
                    mesh.topology().istio().namespace(),
                    Map.of(),
                    Map.of(),
                    "config",
                    store,
                    StorePath.of(mesh.topology().secrets().path(), mesh, source),
                    TOKEN,
                    kubeconfig));
  }
}
