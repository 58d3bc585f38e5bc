package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** A hosted control plane serves the cluster that it takes its configuration from. */
public final class ConfigClusterNotServed implements LintRule {
  @Override
  public String id() {
    return "config-cluster-not-served";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.hosts()) {
      Cluster host = facts.cluster();
      facts
          .configSource()
          .filter(source -> !isServed(source, host))
          .ifPresent(
              source ->
                  findings.at(
                      host.at().child("external").child("configCluster"),
                      message(source, host),
                      source.isHost()
                          ? "name a remote that has controlPlanes: ["
                              + Words.plain(host.name())
                              + "]"
                          : "write role: remote and controlPlanes: ["
                              + Words.plain(host.name())
                              + "] there, or name another cluster"));
    }
  }

  private static boolean isServed(Cluster source, Cluster host) {
    return source.isRemote()
        && source.controlPlanes().stream().findFirst().filter(host.name()::equals).isPresent();
  }

  private static String message(Cluster source, Cluster host) {
    String name = Words.quoted(source.name());
    return source.isRemote()
        ? name + " holds the configuration of " + Words.quoted(host.name()) + " and does not use it"
        : name + " is no remote, and holds the configuration of no other cluster's istiod";
  }
}
