package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** An istiod reads the API servers of the clusters whose proxies it configures. */
public final class UnreadRemote implements LintRule {

  @Override
  public String id() {
    return "unread-remote";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster remote = facts.cluster();
      for (Cluster primary : facts.controlPlanes()) {
        if (!remote.apiServer().isReachableFrom(primary.name())) {
          findings.at(
              remote.at().child("apiServer").child("reachableFrom"),
              "the istiod of "
                  + Words.quoted(primary.name())
                  + " is a control plane of "
                  + Words.quoted(remote.name())
                  + " and must read its API server: it would know no pod there, and let no proxy in",
              "add " + Words.quoted(primary.name()) + ", or choose another control plane");
        }
      }
    }
  }
}
