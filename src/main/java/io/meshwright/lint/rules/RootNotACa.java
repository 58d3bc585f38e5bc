package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.RootCertificate;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;

/** The mesh's root may sign certificates. */
public final class RootNotACa implements LintRule {

  @Override
  public String id() {
    return "root-not-a-ca";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (RootCertificate root : mesh.files().roots()) {
      if (!root.authority()) {
        findings.at(
            new Pointer("/spec/certificates/rootFile"),
            "the certificate of "
                + Words.quoted(root.subject())
                + " may sign no other, so no workload's certificate would be trusted",
            "name the file of the mesh's root: its basic constraints say CA:TRUE");
      }
    }
  }
}
