package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Network;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Map;

/** A network is declared once. */
public final class DuplicateNetwork implements LintRule {

  @Override
  public String id() {
    return "duplicate-network";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Network> declared = new HashMap<>();
    for (Network network : mesh.topology().networks()) {
      Network first = declared.putIfAbsent(network.name(), network);
      if (first != null) {
        findings.at(
            network.at().child("name"),
            "network "
                + Words.quoted(network.name())
                + " is declared in line "
                + findings.line(first.at().child("name"))
                + " already",
            "leave one of the two out");
      }
    }
  }
}
