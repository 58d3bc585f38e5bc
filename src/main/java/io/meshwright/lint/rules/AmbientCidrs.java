package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Network;
import io.meshwright.text.Words;

/** No address ranges are given to an ambient mesh, which does not read them. */
public final class AmbientCidrs implements LintRule {

  @Override
  public String id() {
    return "ambient-cidrs";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.topology().mesh().isAmbient()) {
      return;
    }
    for (Network network : mesh.topology().networks()) {
      if (!network.cidrs().isEmpty()) {
        findings.at(
            network.at().child("cidrs"),
            "an ambient mesh does not read address ranges: nobody would take what is in them for"
                + " part of network "
                + Words.quoted(network.name()),
            "leave cidrs out, and name the network in each WorkloadEntry (spec.network)");
      }
    }
  }
}
