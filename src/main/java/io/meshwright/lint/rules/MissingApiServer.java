package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** A cluster that an istiod reads says how its API server is reached. */
public final class MissingApiServer implements LintRule {

  @Override
  public String id() {
    return "missing-api-server";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      boolean url = cluster.apiServer().url().isEmpty();
      boolean caFile =
          cluster.apiServer().caFile().or(() -> cluster.apiServer().caBundle()).isEmpty();
      if (facts.watchedBy().isEmpty() || (!url && !caFile)) {
        continue;
      }
      String missing = url && caFile ? "url and caFile" : url ? "url" : "caFile";
      findings.at(
          cluster.at().child("apiServer"),
          "the istiod of "
              + Words.list(facts.watchedBy().stream().map(Cluster::name).toList())
              + " reads the API server of "
              + Words.quoted(cluster.name())
              + ", whose "
              + missing
              + (url && caFile ? " are missing" : " is missing"),
          "give apiServer.url, as istiod sees it, and apiServer.caFile, the PEM file of its"
              + " authority");
    }
  }
}
