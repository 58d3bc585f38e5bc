package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Role;
import io.meshwright.text.Words;
import java.util.Locale;

/** In an ambient mesh each cluster has an istiod of its own. */
public final class AmbientNotPrimary implements LintRule {

  @Override
  public String id() {
    return "ambient-not-primary";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.topology().mesh().isAmbient()) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Role role = facts.cluster().role();
      if (role != Role.PRIMARY) {
        findings.at(
            facts.cluster().at().child("role"),
            "an ambient mesh has an istiod in each cluster, and "
                + Words.quoted(facts.cluster().name())
                + " is "
                + (role == Role.REMOTE ? "a " : "an ")
                + role.name().toLowerCase(Locale.ROOT)
                + (role == Role.REMOTE
                    ? ": nobody would make its gateway"
                    : " control plane for others"),
            "make every cluster a primary, or use sidecars");
      }
    }
  }
}
