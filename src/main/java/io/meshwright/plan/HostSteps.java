package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import java.util.List;

/** What is left to do by hand for a cluster that hosts a control plane. */
final class HostSteps {
  /** With it external-dns makes the record of a Service's name. */
  private static final String HOST_NAME = "external-dns.alpha.kubernetes.io/hostname";

  private HostSteps() {}

  static void add(ClusterFacts host, List<String> steps) {
    host.cluster().external().ifPresent(external -> add(host.cluster(), external, steps));
  }

  private static void add(Cluster host, External external, List<String> steps) {
    if (external.tls() == External.Tls.TERMINATE) {
      external
          .certificateSecret()
          .ifPresent(
              secret ->
                  steps.add(
                      "Put the server certificate of "
                          + external.host()
                          + ", by an authority that proxies and API servers trust, into the Secret "
                          + secret
                          + " (tls.crt, tls.key) of namespace "
                          + external.gatewayNamespace()
                          + " in "
                          + host.name()));
    }
    String named = host.eastWest().service().annotations().getOrDefault(HOST_NAME, "");
    if (!List.of(named.split(",", -1)).contains(external.host())) {
      steps.add(
          "Point "
              + external.host()
              + " at the Service istio-ingressgateway of namespace "
              + external.gatewayNamespace()
              + " in "
              + host.name()
              + ", or have external-dns do it by eastWest.service.annotations");
    }
  }
}
