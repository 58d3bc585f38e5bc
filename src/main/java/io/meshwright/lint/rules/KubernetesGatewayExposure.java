package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.Optional;

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
      if (!facts.hasGateway()
          || eastWest.api() != GatewayApi.KUBERNETES
          || !facts.has(IstioFeature.KUBERNETES_GATEWAY)) {
        continue; // kubernetes-gateway-of-nobody
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
      } else {
        checkOptions(facts, findings);
        checkDiscovery(facts, findings);
      }
    }
  }

  /** Without that label, the gateway would send traffic on to other networks, and back. */
  private static void checkDiscovery(ClusterFacts facts, Findings findings) {
    EastWest eastWest = facts.cluster().eastWest();
    if (facts.multiNetwork() && eastWest.discovery() == Discovery.STATIC) {
      findings.at(
          eastWest.at().child("discovery"),
          "by one label istiod shows a Kubernetes Gateway the endpoints of its own network alone, and"
              + " is every istiod told that it is that network's: it cannot be listed instead",
          "write discovery: label, or leave api out");
    }
  }

  private static void checkOptions(ClusterFacts facts, Findings findings) {
    EastWest eastWest = facts.cluster().eastWest();
    if (facts.has(IstioFeature.GATEWAY_PARAMETERS)) {
      return;
    }
    Optional<String> field =
        eastWest.exposure() == Exposure.EXTERNAL_IP
            ? Optional.of("exposure")
            : eastWest.nodePort().isPresent()
                ? Optional.of("nodePort")
                : eastWest.service().loadBalancerClass().map(name -> "service/loadBalancerClass");
    field.ifPresent(
        name ->
            findings.at(
                new Pointer(eastWest.at().value() + "/" + name),
                "a Kubernetes Gateway has no words for "
                    + (name.equals("exposure") ? "external IPs" : name.replaceFirst(".*/", ""))
                    + ", and Istio "
                    + facts.version()
                    + " reads no ConfigMap with more of its Service",
                "use Istio 1."
                    + IstioFeature.GATEWAY_PARAMETERS.since()
                    + " or later, or leave api out"));
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
