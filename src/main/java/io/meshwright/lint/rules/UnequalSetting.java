package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What decides which endpoints proxies are told is the same for all control planes. */
public final class UnequalSetting implements LintRule {
  private static final List<String> SETTINGS =
      List.of("caCertificates", "discoverySelectors", "localityLbSetting", "serviceScopeConfigs");

  @Override
  public String id() {
    return "unequal-setting";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<ClusterFacts> istiods = mesh.clusters().stream().filter(ClusterFacts::runsIstiod).toList();
    for (String setting : SETTINGS) {
      Set<JsonNode> values = new HashSet<>();
      istiods.forEach(istiod -> values.add(value(mesh, istiod, setting)));
      if (values.size() > 1) {
        tell(mesh, setting, findings);
      }
    }
  }

  /** Returns what the overlays of a cluster make of it: the last one wins. */
  private static JsonNode value(MeshFacts mesh, ClusterFacts istiod, String setting) {
    JsonNode value = MissingNode.getInstance();
    for (SourceTree overlay : mesh.files().overlaysOf(istiod.cluster().name())) {
      JsonNode own = overlay.root().at(at(setting).value());
      value = own.isMissingNode() ? value : own;
    }
    return value;
  }

  private static void tell(MeshFacts mesh, String setting, Findings findings) {
    for (NamedOverlay overlay : NamedOverlay.of(mesh, ClusterFacts::runsIstiod)) {
      if (!overlay.tree().root().at(at(setting).value()).isMissingNode()) {
        findings.in(
            overlay.tree(),
            at(setting),
            Words.quoted(setting)
                + " is not the same for all control planes: the istiod of "
                + Words.quoted(overlay.cluster().cluster().name())
                + " has it from here, and others have something else",
            "write it into spec.mesh.config of the topology, which all of them share");
      }
    }
  }

  private static Pointer at(String setting) {
    return new Pointer("/spec/meshConfig").child(setting);
  }
}
