package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Mesh;
import io.meshwright.yaml.PlainTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of MeshConfig as istiod's chart writes them for the same values, up to Istio 1.7
 * (manifests/istio-control/istio-discovery/templates/configmap.yaml at 1.5.10,
 * manifests/charts/istio-control/istio-discovery/templates/configmap.yaml at 1.6.14 and 1.7.8;
 * defaults of manifests/profiles/default.yaml).
 */
final class MeshConfigFields {
  private static final String SECURED = "global.controlPlaneSecurityEnabled";
  private static final String POLICY = "mixer.policy.enabled";
  private static final String POLICY_ADDRESS = "global.remotePolicyAddress";

  private final MeshFacts mesh;
  private final ChartValues values;
  private final String namespace;
  private final boolean allInValues;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private MeshConfigFields(MeshFacts mesh, ChartValues values) {
    this.mesh = mesh;
    this.values = values;
    this.namespace = mesh.topology().istio().namespace();
    this.allInValues = mesh.has(IstioFeature.ALL_MESH_SETTINGS_IN_VALUES);
  }

  /** Returns the fields for {@code cluster}, with what its overlays say. */
  static Map<String, Object> of(MeshFacts mesh, ClusterFacts cluster) {
    ChartValues values = ChartValues.of(mesh.files().overlaysOf(cluster.cluster().name()));
    MeshConfigFields config = new MeshConfigFields(mesh, values);
    if (mesh.has(IstioFeature.MESH_SETTINGS_IN_VALUES)) {
      config.logging();
      config.traffic();
      config.policy();
    }
    config.mixer();
    config.trust();
    config.fields.put("defaultConfig", ProxyConfigFields.of(mesh, cluster, values));
    config.profile();
    PlainTree.merge(config.fields, values.meshConfig());
    return config.fields;
  }

  private void logging() {
    if (values.isTrue("global.enableTracing", allInValues)) {
      fields.put("enableTracing", true);
    }
    fields.put("accessLogFile", values.at("global.proxy.accessLogFile", ""));
    fields.put("accessLogFormat", values.at("global.proxy.accessLogFormat", ""));
    fields.put("accessLogEncoding", values.at("global.proxy.accessLogEncoding", "TEXT"));
    if (allInValues || values.at("global.proxy.envoyAccessLogService").isPresent()) {
      fields.put(
          "enableEnvoyAccessLogService",
          values.isTrue("global.proxy.envoyAccessLogService.enabled", false));
    }
  }

  private void traffic() {
    fields.put(
        "protocolDetectionTimeout", values.at("global.proxy.protocolDetectionTimeout", "100ms"));
    fields.put("ingressService", values.at("pilot.ingress.ingressService", "istio-ingressgateway"));
    fields.put("ingressControllerMode", values.at("pilot.ingress.ingressControllerMode", "STRICT"));
    fields.put("ingressClass", values.at("pilot.ingress.ingressClass", "istio"));
    fields.put("sdsUdsPath", "unix:/etc/istio/proxy/SDS");
    if (allInValues) {
      fields.put("enableAutoMtls", values.isTrue("global.mtls.auto", true));
      fields.put(
          "outboundTrafficPolicy",
          Map.of("mode", values.at("global.outboundTrafficPolicy.mode", "ALLOW_ANY")));
      fields.put("certificates", values.at("global.certificates", List.of()));
      configSources();
    } else {
      values.at("global.mtls.auto").ifPresent(auto -> fields.put("enableAutoMtls", auto));
      values
          .at("global.outboundTrafficPolicy.mode")
          .ifPresent(mode -> fields.put("outboundTrafficPolicy", Map.of("mode", mode)));
      values
          .at("global.certificates")
          .filter(list -> !list.equals(List.of()))
          .ifPresent(list -> fields.put("certificates", list));
    }
    locality();
  }

  /** Where istiod reads its configuration from when that is no API server. */
  private void configSources() {
    if (!values.isTrue("global.useMCP", false)) {
      return;
    }
    Map<String, Object> source = new LinkedHashMap<>();
    source.put(
        "address",
        values.isTrue(SECURED, true)
            ? "localhost:15019"
            : "istio-galley." + values.at("global.configNamespace", namespace) + ":9901");
    values
        .at("pilot.configSource.subscribedResources")
        .ifPresent(resources -> source.put("subscribedResources", resources));
    fields.put("configSources", List.of(source));
  }

  private void locality() {
    Map<String, Object> locality = new LinkedHashMap<>();
    locality.put("enabled", allInValues);
    PlainTree.merge(locality, values.mapping("global.localityLbSetting"));
    if (locality.get("enabled") instanceof Boolean enabled && enabled) {
      fields.put("localityLbSetting", locality);
    }
  }

  private void policy() {
    if (values.isTrue(POLICY, false) || !values.text(POLICY_ADDRESS).isEmpty()) {
      fields.put("policyCheckFailOpen", values.isTrue("global.policyCheckFailOpen", false));
    }
    fields.put(
        "disablePolicyChecks",
        !values.isTrue(POLICY, false) || values.isTrue("global.disablePolicyChecks", true));
    fields.put("reportBatchMaxEntries", values.at("mixer.telemetry.reportBatchMaxEntries", 100));
    fields.put("reportBatchMaxTime", values.at("mixer.telemetry.reportBatchMaxTime", "1s"));
  }

  private void mixer() {
    String policy = values.text(POLICY_ADDRESS);
    String telemetry = values.text("global.remoteTelemetryAddress");
    if (!policy.isEmpty()) {
      fields.put("mixerCheckServer", remote("istio-policy", policy));
    }
    if (!telemetry.isEmpty()) {
      fields.put("mixerReportServer", remote("istio-telemetry", telemetry));
    } else {
      if (values.isTrue(POLICY, false)) {
        fields.put("mixerCheckServer", local("istio-policy", "global.policyNamespace"));
      }
      if (values.isTrue("telemetry.v1.enabled", false)
          && values.isTrue("telemetry.enabled", true)) {
        fields.put("mixerReportServer", local("istio-telemetry", "global.telemetryNamespace"));
      }
    }
    if (values.isTrue("mixer.telemetry.sessionAffinityEnabled", false)) {
      fields.put("sidecarToTelemetrySessionAffinity", true);
    }
    fields.put("disableMixerHttpReports", values.isTrue("telemetry.v2.enabled", true));
  }

  private String remote(String service, String address) {
    boolean byService = values.isTrue("global.createRemoteSvcEndpoints", false);
    return (byService ? service + "." + namespace : address) + ":15004";
  }

  private String local(String service, String namespaceKey) {
    boolean secured = values.isTrue(SECURED, true);
    String domain = mesh.topology().mesh().clusterDomain();
    Object where = values.at(namespaceKey, namespace);
    return service + "." + where + ".svc." + domain + (secured ? ":15004" : ":9091");
  }

  private void trust() {
    Mesh settings = mesh.topology().mesh();
    fields.put("trustDomain", settings.trustDomain());
    if (!settings.trustDomainAliases().isEmpty()) {
      fields.put("trustDomainAliases", settings.trustDomainAliases());
    }
  }

  /** What the default profile says in its own meshConfig, which users may override. */
  private void profile() {
    if (allInValues) {
      return;
    }
    fields.put("enablePrometheusMerge", !mesh.has(IstioFeature.MESH_SETTINGS_IN_VALUES));
    PlainTree.merge(
        fields, Map.of("defaultConfig", Map.of("proxyMetadata", Map.of("DNS_AGENT", ""))));
    if (!mesh.has(IstioFeature.MESH_SETTINGS_IN_VALUES)) {
      fields.put("rootNamespace", "istio-system");
    }
  }
}
