package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;

/** A cluster is in a network that the topology declares. */
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
          .filter(network -> !declared.contains(network))
          .ifPresent(
              network ->
                  findings.at(
                      cluster.at().child("network"),
                      "network " + Words.quoted(network) + " is not declared",
                      NearestName.suggest(network, declared)
                          + "declare it under spec.networks, or use one of "
                          + Words.list(declared)));
    }
  }
}
