package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.Secrets;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.StorePath;

/**
 * A cluster that holds the configuration of a hosted istiod makes this istiod's token, of the
 * ServiceAccount that istiod's chart gives it there, and publishes it like that of a reader.
 */
final class ConfigToken implements DocumentKind {
  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    for (Cluster host : cluster.configures()) {
      String account = host.release().named("istiod");
      plan.add(ReaderToken.of(mesh, "istiod-token.yaml", account));
      Secrets secrets = mesh.topology().secrets();
      secrets
          .store()
          .filter(store -> secrets.publish())
          .ifPresent(
              store ->
                  plan.add(
                      new ReaderTokenPublication(
                          "istiod-token",
                          mesh.topology().istio().namespace(),
                          "istiod-token-publication.yaml",
                          store,
                          ReaderToken.secret(account),
                          StorePath.of(secrets.path(), mesh, cluster.cluster()),
                          ConfigAccess.TOKEN)));
    }
  }
}
