package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A setting that istiod's chart writes cannot be shared: what the chart writes wins. */
public final class SettingOfTheChart implements LintRule {
  private static final Pointer CONFIG = new Pointer("/spec/mesh/config");
  private static final String BY_OVERLAY =
      "put it under spec.meshConfig of a file that spec.overlays names";
  private static final String IN_TOPOLOGY = "say it as ";

  @Override
  public String id() {
    return "setting-of-the-chart";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Map.Entry<Pointer, String> setting : settings(mesh).entrySet()) {
      if (isSet(mesh.topology().mesh().config(), setting.getKey())) {
        findings.at(
            new Pointer(CONFIG.value() + setting.getKey().value()),
            Words.quoted(setting.getKey().value().substring(1).replace('/', '.'))
                + " cannot be shared: the chart of istiod writes it, too, and wins",
            setting.getValue());
      }
    }
  }

  /** Returns what the charts of these versions write, with the way out. */
  private static Map<Pointer, String> settings(MeshFacts mesh) {
    List<ClusterFacts> istiods =
        mesh.clusters().stream()
            .filter(facts -> facts.installsIstiod() && facts.has(IstioFeature.SHARED_MESH_CONFIG))
            .toList();
    if (istiods.isEmpty()) {
      return Map.of();
    }
    Map<Pointer, String> settings = new LinkedHashMap<>();
    settings.put(new Pointer("/trustDomain"), IN_TOPOLOGY + "spec.mesh.trustDomain");
    settings.put(new Pointer("/trustDomainAliases"), IN_TOPOLOGY + "spec.mesh.trustDomainAliases");
    settings.put(new Pointer("/rootNamespace"), IN_TOPOLOGY + "spec.istio.namespace");
    settings.put(new Pointer("/enablePrometheusMerge"), BY_OVERLAY);
    settings.put(new Pointer("/defaultConfig/meshId"), IN_TOPOLOGY + "spec.mesh.id");
    settings.put(
        new Pointer("/defaultConfig/discoveryAddress"),
        "leave it out: it follows from spec.istio and the cluster's role");
    if (istiods.stream().anyMatch(facts -> facts.has(IstioFeature.TRACING_OF_THE_CHART))) {
      settings.put(new Pointer("/defaultConfig/tracing"), BY_OVERLAY);
    }
    if (istiods.stream().anyMatch(facts -> facts.has(IstioFeature.METRICS_OF_THE_CHART))) {
      settings.put(new Pointer("/defaultProviders/metrics"), BY_OVERLAY);
    }
    return settings;
  }

  private static boolean isSet(Object tree, Pointer at) {
    Object value = tree;
    for (String key : at.value().substring(1).split("/", -1)) {
      if (!(value instanceof Map<?, ?> mapping) || !mapping.containsKey(key)) {
        return false;
      }
      value = mapping.get(key);
    }
    return true;
  }
}
