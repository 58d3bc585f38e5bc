package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;

/** Some cluster of the mesh runs an istiod. */
public final class NoControlPlane implements LintRule {

  @Override
  public String id() {
    return "no-control-plane";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.controlPlanes().isEmpty() && ControlPlaneLoops.of(mesh.topology()).loops().isEmpty()) {
      findings.at(
          Pointer.ROOT.child("spec").child("clusters"),
          "no cluster is a primary, so nothing would install istiod",
          "leave out role: remote, or write role: primary, at the clusters that run an istiod");
    }
  }
}
