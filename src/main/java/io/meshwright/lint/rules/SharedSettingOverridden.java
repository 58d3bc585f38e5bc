package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A setting that all control planes share is the same in all of them. */
public final class SharedSettingOverridden implements LintRule {
  private static final Pointer MESH_CONFIG = new Pointer("/spec/meshConfig");

  @Override
  public String id() {
    return "shared-setting-overridden";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Object> shared = mesh.topology().mesh().config();
    for (NamedOverlay overlay : NamedOverlay.of(mesh, ClusterFacts::installsIstiod)) {
      walk(overlay, shared, MESH_CONFIG, findings);
    }
  }

  private static void walk(NamedOverlay overlay, Map<?, ?> shared, Pointer at, Findings findings) {
    JsonNode own = overlay.tree().root().at(at.value());
    for (Map.Entry<?, ?> setting : shared.entrySet()) {
      String name = String.valueOf(setting.getKey());
      Pointer inside = at.child(name);
      if (!own.has(name)) {
        continue;
      }
      if (setting.getValue() instanceof Map<?, ?> mapping && own.path(name).isObject()) {
        walk(overlay, mapping, inside, findings);
      } else {
        findings.in(
            overlay.tree(),
            inside,
            Words.quoted(name)
                + " stands in spec.mesh.config of the topology, too, and this file wins in "
                + Words.quoted(overlay.cluster().cluster().name()),
            "keep one of both: what all control planes share belongs into the topology");
      }
    }
  }
}
