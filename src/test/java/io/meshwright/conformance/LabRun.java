package io.meshwright.conformance;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.model.Topology;
import io.meshwright.plan.ApplicationOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rendered mesh on its way into the laboratory.
 *
 * @param mesh the topology
 * @param rendered what was rendered of it
 * @param files what is handed over, by {@code cluster/layer/file}; a test may spoil it
 * @param spec what else the judge is told
 */
record LabRun(
    LabMesh mesh, RenderedMesh rendered, SortedMap<String, String> files, ObjectNode spec) {
  private static final List<String> CERTIFICATES =
      List.of("ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem");

  /** Prepares what is rendered of {@code mesh}, with the signing certificates in the store. */
  static LabRun of(LabMesh mesh) throws IOException {
    RenderedMesh rendered = mesh.rendered();
    ObjectNode spec = JsonMapper.shared().createObjectNode();
    Topology topology = rendered.facts().topology();
    LabRun run = new LabRun(mesh, rendered, TestMesh.files(rendered), spec);
    mesh.addresses().keySet().forEach(cluster -> run.certify(cluster, "root"));
    spec.put(
        "gatewayApi",
        rendered.facts().clusters().stream().anyMatch(ClusterFacts::makesKubernetesGateway));
    spec.put("namespace", topology.istio().namespace());
    ArrayNode outside = spec.putArray("outside");
    rendered.facts().hosts().forEach(host -> run.host(host.cluster(), outside));
    topology
        .istio()
        .revision()
        .ifPresent(revision -> run.members().forEach(cluster -> run.label(cluster, revision)));
    return run;
  }

  /** Brings what a host of a control plane needs besides: its name, and its server certificate. */
  private void host(Cluster host, ArrayNode outside) {
    outside.add(host.name());
    External external = host.external().orElseThrow();
    spec.withObject("/hostnames").put(external.host(), "@other:" + host.name());
    external
        .certificateSecret()
        .ifPresent(
            secret -> {
              ObjectNode given = spec.withArray("/secrets").addObject();
              given.put("cluster", host.name()).put("type", "kubernetes.io/tls");
              given.put("namespace", external.gatewayNamespace()).put("name", secret);
              ObjectNode data = given.putObject("data");
              for (String file : List.of("tls.crt", "tls.key")) {
                data.put(file, "@server:" + external.host() + ":" + file);
              }
            });
  }

  /** Returns the clusters that are part of the mesh. */
  List<String> members() {
    return rendered.facts().clusters().stream()
        .filter(cluster -> !cluster.isHost())
        .map(cluster -> cluster.cluster().name())
        .toList();
  }

  /** Puts signing certificates below that root into the store, where READMEs say a person does. */
  void certify(String cluster, String root) {
    ObjectNode store = spec.withObject("/store");
    ObjectNode secret =
        store.putObject(rendered.facts().topology().name() + "/" + cluster + "/cacerts");
    CERTIFICATES.forEach(file -> secret.put(file, "@cacerts:" + cluster + "/" + root + ":" + file));
  }

  /** Lets public DNS say that {@code host} is at the load balancer of {@code cluster}. */
  void host(String host, String cluster) {
    spec.withObject("/hostnames").put(host, "@lb:" + cluster);
  }

  /** Lets workloads of a cluster be injected by a revision, or a tag of one. */
  void label(String cluster, String revision) {
    spec.withObject("/sampleLabels/" + cluster).put("istio.io/rev", revision);
  }

  /** Spoils a file: {@code old} becomes {@code by}. */
  void edit(String file, String old, String by) {
    files.compute(file, (path, text) -> LabMesh.replaced(text == null ? "" : text, old, by));
  }

  /** Starts a world of its clusters, and has it judged there. */
  LabVerdict verdict(Path output) throws IOException, InterruptedException {
    addSteps(output);
    mesh.lab().become(mesh.world());
    return new LabVerdict(mesh.lab().judge(spec));
  }

  /** Has what is installed judged once more, with the labels that workloads now have. */
  LabVerdict again() throws IOException, InterruptedException {
    spec.putArray("steps");
    return new LabVerdict(mesh.lab().judge(spec));
  }

  /** Starts a world of its clusters, and returns what their istiods make of an ambient mesh. */
  JsonNode ambient(Path output) throws IOException, InterruptedException {
    addSteps(output);
    mesh.lab().become(mesh.world());
    return mesh.lab().ambient(spec);
  }

  private void addSteps(Path output) throws IOException {
    for (var file : files.entrySet()) {
      Path path = output.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.getValue());
    }
    ArrayNode steps = spec.putArray("steps");
    for (ApplicationOrder.Step step : rendered.order().steps()) {
      for (String cluster : step.clusters()) {
        String place = cluster + "/" + step.path();
        if (files.keySet().stream().noneMatch(file -> file.startsWith(place))) {
          continue;
        }
        steps
            .addObject()
            .put("cluster", cluster)
            .put(
                step.installed() ? "install" : "apply",
                output.resolve(cluster).resolve(step.path()).toString());
      }
    }
  }
}
