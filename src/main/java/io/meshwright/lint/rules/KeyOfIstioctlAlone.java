package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodChart;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Installer;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An overlay holds nothing that only istioctl reads, where another installer is given its values:
 * istioctl patches what its charts made (operator/pkg/render/postprocess.go), and others do not.
 */
public final class KeyOfIstioctlAlone implements LintRule {
  private static final Pointer COMPONENTS = new Pointer("/spec/components");
  private static final Pointer PILOT = COMPONENTS.child("pilot").child("k8s");
  private static final Pointer CNI = COMPONENTS.child("cni");
  private static final Pointer GATEWAYS = new Pointer("/spec/values/gateways");
  private static final Pointer UNVALIDATED = new Pointer("/spec/unvalidatedValues");

  private static final String NO_VALUE = "the chart has no value for it: take it out";
  private static final String OWN_RELEASE =
      "install the gateway by itself, with Istio's chart gateway, and take this out";

  /** What to write instead of another setting of istiod's objects. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "hpaSpec", "write spec.values.pilot.autoscaleMin and autoscaleMax",
          "imagePullPolicy", "write spec.values.global.imagePullPolicy",
          "podDisruptionBudget", "write spec.values.global.defaultPodDisruptionBudget",
          "priorityClassName", "write spec.values.global.priorityClassName",
          "replicaCount",
              "write spec.values.pilot.replicaCount, with autoscaleEnabled: false beside it",
          "strategy", "write spec.values.pilot.rollingMaxSurge and rollingMaxUnavailable",
          "volumes", "write spec.values.pilot.volumes",
          "volumeMounts", "write spec.values.pilot.volumeMounts");

  @Override
  public String id() {
    return "key-of-istioctl-alone";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Installer installer = mesh.topology().istio().installer();
    if (installer != Installer.HELM && installer != Installer.SAIL) {
      return;
    }
    for (NamedOverlay named : NamedOverlay.of(mesh, facts -> true)) {
      new Overlay(named.tree(), installer, findings).check();
    }
  }

  /** One overlay. */
  private record Overlay(SourceTree tree, Installer installer, Findings findings) {
    void check() {
      at(COMPONENTS).properties().forEach(entry -> component(entry.getKey()));
      if (!at(GATEWAYS).isMissingNode()) {
        tell(GATEWAYS, OWN_RELEASE);
      }
      if (installer == Installer.SAIL && !at(UNVALIDATED).isMissingNode()) {
        tell(UNVALIDATED, "its values have types, which know no others: take it out");
      }
    }

    private void component(String name) {
      Pointer at = COMPONENTS.child(name);
      switch (name) {
        case "pilot" -> at(PILOT).properties().forEach(entry -> pilot(entry.getKey()));
        case "cni" -> {
          for (Map.Entry<String, JsonNode> entry : at(CNI).properties()) {
            if (!entry.getKey().equals("enabled")) {
              tell(CNI.child(entry.getKey()), "write it under spec.values.cni");
            }
          }
        }
        case "ingressGateways", "egressGateways" -> tell(at, OWN_RELEASE);
        default -> {
          Pointer settings = at.child("k8s");
          if (!at(settings).isMissingNode()) {
            tell(settings, "write it under spec.values." + name);
          }
        }
      }
    }

    private void pilot(String setting) {
      Pointer at = PILOT.child(setting);
      if (!IstiodChart.SETTINGS.contains(setting)) {
        tell(at, INSTEAD.getOrDefault(setting, NO_VALUE));
        return;
      }
      JsonNode variables = setting.equals("env") ? at(at) : tree.root().path("");
      for (int i = 0; i < variables.size(); i++) {
        if (!variables.path(i).path("valueFrom").isMissingNode()) {
          tell(at.child(i).child("valueFrom"), "write spec.values.pilot.envVarFrom (Istio 1.26)");
        }
      }
    }

    private JsonNode at(Pointer pointer) {
      return tree.root().at(pointer.value());
    }

    private void tell(Pointer at, String instead) {
      String path = at.value().substring(1).replace('/', '.');
      findings.inKey(
          tree,
          at,
          "only istioctl reads " + path + ", and the topology says install: " + installer.word(),
          instead);
    }
  }
}
