package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The names of Flux's objects fit into labels. */
public final class EngineNameTooLong implements LintRule {
  /** What the API server takes as the value of a label, in characters. */
  private static final int LONGEST = 63;

  @Override
  public String id() {
    return "engine-name-too-long";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().gitOps().engine() != GitOps.Engine.FLUX) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      String longest =
          folders(mesh, facts).stream().max(Comparator.comparingInt(String::length)).orElse("");
      String name = mesh.topology().name() + "." + facts.cluster().name() + "." + longest;
      if (name.length() > LONGEST) {
        findings.at(
            facts.cluster().at().child("name"),
            "Flux cannot use the name "
                + Words.quoted(name)
                + ": it has "
                + name.length()
                + " characters, and a label "
                + LONGEST
                + " at most",
            "give the mesh, the cluster, its revision or its gateway a shorter name");
      }
    }
  }

  /** Returns the folders of a cluster that have the longest names. */
  private static List<String> folders(MeshFacts mesh, ClusterFacts facts) {
    Installer installer = mesh.topology().istio().installer();
    String suffix = installer == Installer.ISTIOCTL ? ".definitions" : "";
    String istiod = installer == Installer.ISTIOCTL ? "istio-operator" : "istiod";
    List<String> folders = new ArrayList<>(List.of("control-plane"));
    for (ClusterFacts revision : facts.revisions()) {
      Optional<String> name = revision.cluster().release().revision();
      String named = name.map(text -> "-" + text).orElse("");
      folders.add(istiod + named + suffix);
      if (facts.installsGateway()) {
        String gateway =
            installer == Installer.ISTIOCTL
                ? "eastwest-gateway"
                : facts.cluster().eastWest().name();
        folders.add(gateway + (revision.equals(facts) ? "" : named) + suffix);
      }
    }
    return folders;
  }
}
