package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.AddressesFor;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.source.Pointer;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;

/** Whatever names a network names one that the topology declares. */
public final class UnknownNetwork implements LintRule {
  @Override
  public String id() {
    return "unknown-network";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> declared = mesh.topology().networks().stream().map(Network::name).toList();
    for (Cluster cluster : mesh.topology().clusters()) {
      cluster
          .network()
          .ifPresent(network -> check(network, cluster.at().child("network"), declared, findings));
      for (AddressesFor other : cluster.eastWest().addressesFor()) {
        check(other.network(), other.at().child("network"), declared, findings);
      }
    }
  }

  private static void check(String network, Pointer at, List<String> declared, Findings findings) {
    if (!declared.contains(network)) {
      findings.at(
          at,
          "network " + Words.quoted(network) + " is not declared",
          NearestName.suggest(network, declared)
              + "declare it under spec.networks, or use one of "
              + Words.list(declared));
    }
  }
}
