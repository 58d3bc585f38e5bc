package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.text.Words;

/** A Kubernetes Gateway is exposed in a way that it has words for. */
public final class KubernetesGatewayExposure implements LintRule {

  @Override
  public String id() {
    return "kubernetes-gateway-exposure";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      if (!facts.hasGateway() || eastWest.api() != GatewayApi.KUBERNETES) {
        continue;
      }
      if (eastWest.exposure() == Exposure.HOST_PORT) {
        findings.at(
            eastWest.at().child("exposure"),
            "a Kubernetes Gateway is made by istiod, and exposure hostPort says that something else"
                + " provides the gateway of "
                + Words.quoted(facts.cluster().name()),
            "use loadBalancer or externalIP");
      } else if (mesh.topology().mesh().isAmbient()) {
        checkAmbient(eastWest, findings);
      }
    }
  }

  private static void checkAmbient(EastWest eastWest, Findings findings) {
    if (eastWest.exposure() == Exposure.NODE_PORT) {
      findings.at(
          eastWest.at().child("exposure"),
          "ztunnels of other networks call port 15008 of a node, which no NodePort can be",
          "use loadBalancer, or externalIP with addresses of nodes");
    } else if (eastWest.discovery() == Discovery.STATIC) {
      findings.at(
          eastWest.at().child("discovery"),
          "each istiod that reads the cluster discovers its Gateway, whatever is listed",
          "leave discovery out; an istiod that does not read the cluster is told by"
              + " eastWest.addresses and apiServer.reachableFrom");
    }
  }
}
