package io.meshwright.overlay;

import io.meshwright.plan.documents.PlannedValues;
import io.meshwright.plan.documents.ReleaseValues;
import io.meshwright.yaml.PlainTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in the values of Istio's charts what an IstioOperator says to istioctl, which installs the
 * same charts (operator/pkg/render/manifest.go at 1.24.6 and 1.31.0-rc.0).
 */
public final class ChartTranslation {
  /** Profiles of istioctl that only choose components; no chart knows them. */
  private static final Set<String> CHOICES = Set.of("default", "empty", "minimal");

  /** Of all the values, what the chart {@code base} reads. */
  private static final List<String> OF_BASE = List.of("defaultRevision", "base", "experimental");

  private static final List<String> GLOBAL_OF_BASE =
      List.of("istioNamespace", "imagePullSecrets", "resourceScope");

  /** What is said to every chart. */
  private static final List<String> OF_ALL =
      List.of("profile", "compatibilityVersion", "platform", "revision", "global");

  /** What istiod's chart does not read: it is for other charts. */
  private static final List<String> NOT_OF_ISTIOD =
      List.of("cni", "defaultRevision", "gateways", "ztunnel");

  private static final String AMBIENT = "ambient";
  private static final String GLOBAL = "global";

  private final Map<String, Object> values = new LinkedHashMap<>();

  private ChartTranslation(Map<String, Object> operator) {
    Map<String, Object> spec = Trees.mapping(operator.get("spec"));
    String profile = String.valueOf(spec.get("profile"));
    if (!CHOICES.contains(profile)) {
      values.put("profile", profile);
    }
    copy(spec, values, List.of("compatibilityVersion", "revision"));
    Map<String, Object> global = new LinkedHashMap<>();
    copy(spec, global, List.of("hub", "tag"));
    values.put(GLOBAL, global);
    copy(spec, values, List.of("meshConfig"));
    Map<String, Object> components = Trees.mapping(spec.get("components"));
    if (hasCni(profile, components)) {
      values.put("pilot", Map.of("cni", Map.of("enabled", true)));
    }
    // what is among the values wins, and of those the unvalidated ones do
    PlainTree.merge(values, Trees.mapping(spec.get("values")));
    PlainTree.merge(values, Trees.mapping(spec.get("unvalidatedValues")));
    PilotSettings.merge(components, values);
  }

  /** istioctl tells istiod so, which then injects no containers that redirect traffic. */
  private static boolean hasCni(String profile, Map<String, Object> components) {
    Object enabled = Trees.mapping(components.get("cni")).get("enabled");
    return enabled == null ? profile.equals(AMBIENT) : enabled.equals(true);
  }

  static ChartTranslation of(Map<String, Object> operator) {
    return new ChartTranslation(operator);
  }

  /** Returns what the charts are told together. */
  Map<String, Object> all() {
    return values;
  }

  /**
   * Returns the values of a release.
   *
   * @param operator the operator that it is a translation of, the user's own settings in it
   */
  public static ReleaseValues of(PlannedValues planned, Map<String, Object> operator) {
    ChartTranslation all = new ChartTranslation(operator);
    return new ReleaseValues(
        planned.release(),
        switch (planned.release().chart()) {
          case "base" -> all.ofBase();
          case "cni" -> all.ofCni();
          case "ztunnel" -> all.ofZtunnel();
          default -> all.ofIstiod();
        });
  }

  private Map<String, Object> ofBase() {
    Map<String, Object> base = new LinkedHashMap<>();
    // istioctl's default; that of the chart is another one
    base.put("defaultRevision", "");
    copy(values, base, OF_BASE);
    Map<String, Object> global = new LinkedHashMap<>();
    copy(Trees.mapping(values.get(GLOBAL)), global, GLOBAL_OF_BASE);
    base.put(GLOBAL, global);
    return base;
  }

  Map<String, Object> ofIstiod() {
    Map<String, Object> istiod = new LinkedHashMap<>(values);
    NOT_OF_ISTIOD.forEach(istiod::remove);
    return istiod;
  }

  Map<String, Object> ofCni() {
    Map<String, Object> cni = new LinkedHashMap<>();
    copy(values, cni, OF_ALL);
    copy(values, cni, List.of("cni"));
    return cni;
  }

  /** What istioctl has below {@code ztunnel}, that chart has at the top. */
  private Map<String, Object> ofZtunnel() {
    Map<String, Object> ztunnel = new LinkedHashMap<>();
    copy(values, ztunnel, OF_ALL);
    ztunnel.putAll(Trees.mapping(values.get("ztunnel")));
    return ztunnel;
  }

  private static void copy(Map<String, Object> from, Map<String, Object> to, List<String> keys) {
    for (String key : keys) {
      Object value = from.get(key);
      if (value != null) {
        to.put(key, value);
      }
    }
  }
}
