package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Installer;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A canary stands where remotes tell it from the istiod beside it. */
public final class CanaryNotPossible implements LintRule {
  private static final String WITHOUT = "leave the canary out";

  @Override
  public String id() {
    return "canary-not-possible";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<Pointer, List<String>> hosted = new LinkedHashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      Optional<ClusterFacts> canary = facts.canary();
      if (canary.isPresent() && isPossibleAtAll(mesh, facts, findings)) {
        if (isHosted(facts)) {
          hosted
              .computeIfAbsent(facts.cluster().release().said().canary(), at -> new ArrayList<>())
              .add(facts.cluster().name());
        } else {
          check(facts, canary.get(), findings);
        }
      }
    }
    hosted.forEach((at, names) -> hosted(at, names, findings));
  }

  /** Returns whether the istiod that serves the cluster is in another one, which hosts it. */
  static boolean isHosted(ClusterFacts facts) {
    return facts.isHost() || facts.dials().filter(Cluster::isHost).isPresent();
  }

  private static void hosted(Pointer at, List<String> names, Findings findings) {
    findings.at(
        at,
        "a hosted istiod has one name, by which "
            + Words.list(names)
            + " would not tell the canary from the istiod beside it",
        WITHOUT + ", and upgrade it in place: the host first");
  }

  private static boolean isPossibleAtAll(MeshFacts mesh, ClusterFacts facts, Findings findings) {
    if (mesh.topology().istio().installer() == Installer.OPERATOR) {
      findings.at(
          facts.cluster().release().said().canary(),
          "an operator in the cluster that installs both would remove the istiod of the canary when"
              + " its IstioOperator goes, which is when the canary becomes the first one",
          "use install: istioctl, or " + WITHOUT);
      return false;
    }
    if (mesh.topology().mesh().isAmbient()) {
      findings.at(
          facts.cluster().release().said().canary(),
          "ztunnel and Istio's CNI plugin are in a cluster once, and the canary's would be installed"
              + " over the first ones",
          WITHOUT + ": change istio.version instead");
      return false;
    }
    return true;
  }

  private static void check(ClusterFacts facts, ClusterFacts canary, Findings findings) {
    if (facts.has(IstioFeature.EAST_WEST_GATEWAY) != canary.has(IstioFeature.EAST_WEST_GATEWAY)) {
      findings.at(
          facts.cluster().release().said().canary(),
          "Istio "
              + canary.version()
              + " knows other gateways than "
              + facts.version()
              + ", and the two have no mesh in common",
          WITHOUT + ", and upgrade all clusters at once");
    } else {
      ofRemotes(facts, canary, findings);
    }
  }

  private static void ofRemotes(ClusterFacts facts, ClusterFacts canary, Findings findings) {
    Cluster cluster = facts.cluster();
    boolean own = facts.has(IstioFeature.LOCAL_ISTIOD);
    if (facts.dials().isPresent() && own) {
      findings.at(
          cluster.release().said().canary(),
          "proxies of Istio "
              + facts.version()
              + " in the remote "
              + Words.quoted(cluster.name())
              + " dial \"istiod-remote\", whatever their revision",
          "leave the canary out for the remote; its primary may have one");
    } else if (facts.servesRemotes() && own != canary.has(IstioFeature.LOCAL_ISTIOD)) {
      findings.at(
          cluster.release().said().canary(),
          "up to 1."
              + IstioFeature.LOCAL_ISTIOD.until()
              + " a remote has an istiod of its own, and a canary of Istio "
              + canary.version()
              + " at "
              + Words.quoted(cluster.name())
              + " would manage it, too",
          WITHOUT + ", and upgrade the primary together with its remotes");
    } else if (leadsToOne(facts)) {
      findings.at(
          cluster.release().said().canary(),
          "the Kubernetes Gateway of "
              + Words.quoted(cluster.name())
              + " leads remotes to one istiod",
          "use eastWest.api: istio while there is a canary");
    } else if (facts.servesRemotes() && cluster.istiod().ownService()) {
      findings.at(
          cluster.release().said().canary(),
          "remotes dial the istiod of "
              + Words.quoted(cluster.name())
              + " at a Service of its own, and that of the canary would need another address",
          "use istiod.exposure: eastWest while there is a canary: the gateway leads to both");
    } else {
      byHostName(cluster, facts.dialledAddress(), findings);
    }
  }

  /** Returns whether remotes reach the istiod through a Kubernetes Gateway. */
  static boolean leadsToOne(ClusterFacts facts) {
    return facts.exposesIstiod() && facts.cluster().eastWest().api() == GatewayApi.KUBERNETES;
  }

  /** API servers call a webhook's URL by its host, which is the same for both. */
  private static void byHostName(Cluster remote, Optional<Address> dialled, Findings findings) {
    dialled
        .filter(Address::isDnsName)
        .ifPresent(
            name ->
                findings.at(
                    remote.release().said().canary(),
                    "the API server of "
                        + Words.quoted(remote.name())
                        + " calls its webhooks by the host name "
                        + Words.quoted(name.text())
                        + ", by which nobody tells the canary from the istiod beside it",
                    "give the primary an IP address as istiod.addresses or eastWest.addresses, or"
                        + " leave the canary out for the remote"));
  }
}
