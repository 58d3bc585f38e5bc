package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.Locale;

/** Only a host of a control plane has settings for one. */
public final class ExternalSettingsUnused implements LintRule {
  @Override
  public String id() {
    return "external-settings-unused";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!cluster.isHost() && cluster.external().isPresent()) {
        findings.at(
            cluster.at().child("external"),
            Words.quoted(cluster.name())
                + " is a "
                + cluster.role().name().toLowerCase(Locale.ROOT)
                + ", and hosts no control plane for others",
            "leave external out, or write role: external");
      }
    }
  }
}
