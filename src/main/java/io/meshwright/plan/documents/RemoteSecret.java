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
 * Every cluster with an istiod for the mesh has one for every other cluster, never one for where
 * its configuration stands: the Secret that {@code istioctl create-remote-secret} would make.
 * istiod reads the label and the key, which is the watched cluster's id
 * (pkg/kube/multicluster/secretcontroller.go).
 */
final class RemoteSecret implements DocumentKind {
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

  private static Optional<KubeconfigSecret> secret(
      MeshFacts mesh, Cluster watched, SecretStore store) {
    return Kubeconfig.of(mesh, watched, KubeconfigSecret.TOKEN)
        .map(
            kubeconfig ->
                new KubeconfigSecret(
                    Layer.PEERS,
                    "istio-remote-secret-" + watched.id(),
                    mesh.topology().istio().namespace(),
                    Map.of("istio/multiCluster", "true"),
                    Map.of("networking.istio.io/cluster", watched.id()),
                    watched.id(),
                    store,
                    StorePath.of(mesh.topology().secrets().path(), mesh, watched),
                    ReaderTokenPublication.TOKEN,
                    kubeconfig));
  }
}
