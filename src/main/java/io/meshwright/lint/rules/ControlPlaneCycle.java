package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Control planes do not wait for each other in a circle. */
public final class ControlPlaneCycle implements LintRule {
  private static final int LONGEST = 9;

  @Override
  public String id() {
    return "control-plane-cycle";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (List<Cluster> loop : ControlPlaneLoops.of(mesh.topology()).loops()) {
      Cluster first = loop.get(0);
      List<String> names = new ArrayList<>(loop.stream().map(Cluster::name).toList());
      names.add(first.name());
      findings.at(
          first.at().child("controlPlanes"),
          loop.size() == 1
              ? "remote " + Words.quoted(first.name()) + " names itself as its control plane"
              : "control planes go in a circle, and none runs an istiod: " + names(names),
          "make one of them a primary, or name another primary");
    }
  }

  private static String names(List<String> names) {
    List<String> shown = names.stream().map(Words::quoted).toList();
    if (shown.size() <= LONGEST) {
      return String.join(" uses ", shown);
    }
    return String.join(" uses ", shown.subList(0, LONGEST - 1))
        + " … uses "
        + shown.get(shown.size() - 1);
  }
}
