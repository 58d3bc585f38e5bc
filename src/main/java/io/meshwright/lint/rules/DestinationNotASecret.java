package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.GitOps;
import io.meshwright.text.Words;
import java.util.regex.Pattern;

/** Flux finds each cluster by the name of a Secret. */
public final class DestinationNotASecret implements LintRule {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  @Override
  public String id() {
    return "destination-not-a-secret";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().gitOps().engine() != GitOps.Engine.FLUX) {
      return;
    }
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!NAME.matcher(cluster.destination()).matches()) {
        findings.at(
            cluster.at().child("gitops").child("destination"),
            "no Secret can be called " + Words.quoted(cluster.destination()),
            "name the Secret with the kubeconfig for Flux: lower case letters, digits, - and .");
      }
    }
  }
}
