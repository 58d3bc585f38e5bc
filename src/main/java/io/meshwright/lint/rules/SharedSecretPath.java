package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.model.Topology;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;

/** Each cluster has its own place in the secret store. */
public final class SharedSecretPath implements LintRule {

  @Override
  public String id() {
    return "shared-secret-path";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Topology topology = mesh.topology();
    Pointer spec = Pointer.ROOT.child("spec");
    long watched = mesh.clusters().stream().filter(c -> !c.watchedBy().isEmpty()).count();
    if (watched > 1) {
      check(topology.secrets().path(), spec.child("secrets").child("path"), findings);
    }
    if (mesh.istiods() > 1
        && topology.certificates().source() == Certificates.Source.EXTERNAL_SECRETS) {
      check(topology.certificates().path(), spec.child("certificates").child("path"), findings);
    }
  }

  private static void check(String path, Pointer at, Findings findings) {
    if (!path.contains("{cluster}")) {
      findings.at(
          at,
          "all clusters would share the secret " + Words.quoted(path),
          "put {cluster} into the path, as in " + Words.quoted(path + "/{cluster}"));
    }
  }
}
