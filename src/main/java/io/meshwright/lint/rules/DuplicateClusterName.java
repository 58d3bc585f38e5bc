package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** No two clusters have one name or one id, also not by case. */
public final class DuplicateClusterName implements LintRule {

  @Override
  public String id() {
    return "duplicate-cluster-name";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Cluster> byName = new HashMap<>();
    Map<String, Cluster> byId = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      Cluster named = byName.putIfAbsent(cluster.name().toLowerCase(Locale.ROOT), cluster);
      if (named != null) {
        findings.at(
            cluster.at().child("name"),
            sameName(cluster.name(), named, findings),
            "names are unique, also when case is ignored: rename one of the two");
        continue;
      }
      Cluster known = byId.putIfAbsent(cluster.id().toLowerCase(Locale.ROOT), cluster);
      if (known != null) {
        sameId(cluster, known, findings);
      }
    }
  }

  private static String sameName(String name, Cluster first, Findings findings) {
    int line = findings.line(first.at().child("name"));
    return name.equals(first.name())
        ? "the name " + Words.quoted(name) + " is taken by the cluster in line " + line
        : Words.quoted(name) + " differs only by case from the cluster in line " + line;
  }

  private static void sameId(Cluster cluster, Cluster known, Findings findings) {
    boolean here = !cluster.id().equals(cluster.name());
    Cluster where = here ? cluster : known;
    Cluster other = here ? known : cluster;
    findings.at(
        where.at().child("id"),
        "the id "
            + Words.quoted(where.id())
            + " is also that of cluster "
            + Words.quoted(other.name())
            + " in line "
            + findings.line(other.at().child("name")),
        "istiod keeps the first of two clusters with one id and ignores the other: change one");
  }
}
