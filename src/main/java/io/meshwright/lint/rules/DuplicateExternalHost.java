package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One name leads to one hosted control plane. */
public final class DuplicateExternalHost implements LintRule {
  @Override
  public String id() {
    return "duplicate-external-host";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Cluster> taken = new HashMap<>();
    for (Cluster host : mesh.topology().clusters()) {
      host.external()
          .filter(external -> host.isHost())
          .ifPresent(external -> check(host, external, taken, findings));
    }
  }

  private static void check(
      Cluster host, External external, Map<String, Cluster> taken, Findings findings) {
    Cluster first = taken.putIfAbsent(external.host().toLowerCase(Locale.ROOT), host);
    if (first != null) {
      Pointer at = first.at().child("external").child("host");
      findings.at(
          external.at().child("host"),
          Words.quoted(external.host())
              + " is the name of the istiod that "
              + Words.quoted(first.name())
              + " hosts, in line "
              + findings.line(at)
              + ": clusters of both would dial one of them",
          "give each host a name of its own");
    }
  }
}
