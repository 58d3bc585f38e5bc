package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** A mesh with a hosted control plane has no other. */
public final class ExternalBesidePrimaries implements LintRule {
  @Override
  public String id() {
    return "external-beside-primaries";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> all = mesh.controlPlanes().stream().map(f -> f.cluster().name()).toList();
    List<ClusterFacts> hosts = mesh.hosts();
    if (hosts.isEmpty() || all.size() < 2) {
      return;
    }
    Cluster host = hosts.get(0).cluster();
    List<String> others = all.stream().filter(name -> !name.equals(host.name())).toList();
    findings.at(
        host.at().child("role"),
        "nobody has shown yet that the control plane of "
            + Words.quoted(host.name())
            + " and that of "
            + Words.list(others)
            + " make one mesh",
        "make the other clusters remotes of " + Words.quoted(host.name()) + ", or make two meshes");
  }
}
