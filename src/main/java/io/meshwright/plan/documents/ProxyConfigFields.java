package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of MeshConfig's {@code defaultConfig}, from the sources of the mesh's fields. */
final class ProxyConfigFields {
  private static final List<String> LIGHTSTEP =
      List.of("address", "accessToken", "secure", "cacertPath");
  private static final List<String> STACKDRIVER_LIMITS =
      List.of("maxNumberOfAttributes", "maxNumberOfAnnotations", "maxNumberOfMessageEvents");
  private static final int STACKDRIVER_LIMIT = 200;

  private final ChartValues values;
  private final boolean allInValues;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ProxyConfigFields(ChartValues values, boolean allInValues) {
    this.values = values;
    this.allInValues = allInValues;
  }

  static Map<String, Object> of(MeshFacts mesh, ClusterFacts cluster, ChartValues values) {
    String namespace = mesh.topology().istio().namespace();
    ProxyConfigFields config =
        new ProxyConfigFields(values, mesh.has(IstioFeature.ALL_MESH_SETTINGS_IN_VALUES));
    boolean inValues = mesh.has(IstioFeature.MESH_SETTINGS_IN_VALUES);
    if (inValues) {
      config.process();
    }
    config.tracing(namespace);
    config.fields.put(
        "discoveryAddress",
        (cluster.dials().isPresent() ? "istiod-remote." : "istiod.") + namespace + ".svc:15012");
    if (inValues) {
      config.sink("envoyMetricsService");
      config.sink("envoyAccessLogService");
    }
    return config.fields;
  }

  private void process() {
    fields.put("connectTimeout", "10s");
    fields.put("configPath", allInValues ? "/etc/istio/proxy" : "./etc/istio/proxy");
    fields.put("serviceCluster", "istio-proxy");
    fields.put("drainDuration", "45s");
    fields.put("parentShutdownDuration", "1m0s");
    fields.put("proxyAdminPort", 15000);
    fields.put("concurrency", values.at("global.proxy.concurrency", 2));
    fields.put("controlPlaneAuthPolicy", "NONE");
  }

  private void tracing(String namespace) {
    String tracer = values.at("global.proxy.tracer", "zipkin").toString();
    Map<String, Object> settings =
        switch (tracer) {
          case "zipkin" -> zipkin(namespace);
          case "lightstep" -> lightstep();
          case "datadog" ->
              Map.of("address", values.at("global.tracer.datadog.address", "$(HOST_IP):8126"));
          case "stackdriver" -> stackdriver();
          default -> Map.of();
        };
    if (!settings.isEmpty()) {
      fields.put("tracing", Map.of(tracer, settings));
    }
  }

  private Map<String, Object> zipkin(String namespace) {
    String address = values.text("global.tracer.zipkin.address");
    Object where = values.at("global.telemetryNamespace", namespace);
    return Map.of("address", address.isEmpty() ? "zipkin." + where + ":9411" : address);
  }

  private Map<String, Object> lightstep() {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String key : allInValues ? LIGHTSTEP : LIGHTSTEP.subList(0, 2)) {
      values.at("global.tracer.lightstep." + key).ifPresent(value -> settings.put(key, value));
    }
    return settings;
  }

  private Map<String, Object> stackdriver() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (values.isTrue("global.tracer.stackdriver.debug", false)) {
      settings.put("debug", true);
    }
    for (String key : STACKDRIVER_LIMITS) {
      settings.put(key, values.at("global.tracer.stackdriver." + key, STACKDRIVER_LIMIT));
    }
    return settings;
  }

  /** Where Envoys send metrics or access logs to; 1.5 alone has defaults for it. */
  private void sink(String name) {
    String path = "global.proxy." + name;
    if (!values.isTrue(path + ".enabled", false)) {
      return;
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("address", values.text(path + ".host") + ":" + values.text(path + ".port"));
    Map<String, Object> tls = new LinkedHashMap<>();
    Map<String, Object> keepalive = new LinkedHashMap<>();
    if (allInValues) {
      tls.put("mode", "DISABLE");
      tls.put("subjectAltNames", List.of());
      keepalive.put("probes", 3);
      keepalive.put("time", "10s");
      keepalive.put("interval", "10s");
    }
    tls.putAll(values.mapping(path + ".tlsSettings"));
    keepalive.putAll(values.mapping(path + ".tcpKeepalive"));
    if (!tls.isEmpty()) {
      settings.put("tlsSettings", tls);
    }
    if (!keepalive.isEmpty()) {
      settings.put("tcpKeepalive", keepalive);
    }
    fields.put(name, settings);
  }
}
