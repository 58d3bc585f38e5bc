package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;

/** Whoever an API server is reachable from has an istiod that would read it. */
public final class UnknownWatcher implements LintRule {

  @Override
  public String id() {
    return "unknown-watcher";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> primaries = Primaries.names(mesh.topology());
    for (Cluster cluster : mesh.topology().clusters()) {
      List<String> names = cluster.apiServer().reachableFrom().orElse(List.of());
      for (int i = 0; i < names.size(); i++) {
        if (!primaries.contains(names.get(i))) {
          findings.at(
              cluster.at().child("apiServer").child("reachableFrom").child(i),
              "no primary is called "
                  + Words.quoted(names.get(i))
                  + ", and other clusters' istiods read no API server",
              NearestName.suggest(names.get(i), primaries)
                  + (primaries.isEmpty()
                      ? "name a primary"
                      : "name a primary: " + Words.list(primaries)));
        }
      }
    }
  }
}
