package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.model.PlacedAddress;
import io.meshwright.text.Words;

/** External IPs of a Service are IP addresses. */
public final class HostNameAsExternalIp implements LintRule {

  @Override
  public String id() {
    return "host-name-as-external-ip";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      if (cluster.eastWest().exposure() != Exposure.EXTERNAL_IP
          || !(facts.hasGateway() || facts.isHost())) {
        continue;
      }
      for (PlacedAddress placed : cluster.eastWest().everyAddress()) {
        Address address = placed.address();
        if (address.isDnsName() && !Placeholder.in(address.text())) {
          findings.at(
              placed.at(),
              Words.quoted(address.text()) + " is a host name, and exposure externalIP takes IPs",
              "write the IP address, or choose exposure loadBalancer");
        }
      }
    }
  }
}
