package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.GitOps;
import io.meshwright.source.Pointer;
import java.util.List;

/** What is said for an engine, the engine reads. */
public final class GitopsFieldUnused implements LintRule {
  private static final List<String> FIELDS =
      List.of("repoUrl", "revision", "path", "project", "namespace", "secret");

  private static final Pointer DEFAULTS = new Pointer("/spec/defaults/gitops");
  private static final String NO_ENGINE = "no engine applies the output";
  private static final String SET_ENGINE = "set gitops.engine to argocd or flux, or leave it out";

  @Override
  public String id() {
    return "gitops-field-unused";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    switch (gitOps.engine()) {
      case NONE -> {
        for (String field : FIELDS) {
          tell(gitOps.at(), field, NO_ENGINE, SET_ENGINE, findings);
        }
        tell(DEFAULTS, "destination", NO_ENGINE, SET_ENGINE, findings);
        for (Cluster cluster : mesh.topology().clusters()) {
          tell(cluster.at().child("gitops"), "destination", NO_ENGINE, SET_ENGINE, findings);
        }
      }
      case ARGO_CD ->
          tell(
              gitOps.at(),
              "secret",
              "Argo CD finds its credentials by the URL of the repository",
              "leave it out",
              findings);
      case FLUX ->
          tell(gitOps.at(), "project", "only Argo CD has projects", "leave it out", findings);
    }
  }

  private static void tell(
      Pointer owner, String field, String reason, String help, Findings findings) {
    if (findings.isSaid(owner.child(field))) {
      findings.at(owner.child(field), "gitops." + field + " changes nothing here: " + reason, help);
    }
  }
}
