package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import java.util.List;

/** Every host of a control plane leads callers from the gateway in front of it to its istiod. */
final class HostedIstiodRoute implements DocumentKind {
  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (cluster.isHost()) {
      cluster.cluster().external().ifPresent(external -> plan(mesh, cluster, external, plan));
    }
  }

  private static void plan(
      MeshFacts mesh, ClusterFacts cluster, External external, ClusterPlan.Builder plan) {
    List<String> serverNames =
        HostedIstiod.isTerminated(external) ? List.of() : List.of(external.host());
    plan.add(
        new IstiodRoute(
            NetworkingApi.of(cluster),
            "external-istiod-route.yaml",
            "external-istiod-vs",
            mesh.topology().istio().namespace(),
            external.host(),
            HostedIstiodGateway.NAME,
            serverNames,
            serverNames,
            HostedIstiod.service(mesh, cluster.cluster())));
  }
}
