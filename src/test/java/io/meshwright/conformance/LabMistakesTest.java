package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What lint refuses does not work: where it is rendered all the same, the mesh fails there. */
@Conformance({Part.LAB})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabMistakesTest {
  private static final int SECONDS = 40;
  private static final String NEVER = "no topology says it";
  private static final String SETTINGS = "/control-plane/istio-operator.yaml";
  private static final String GATEWAY = "/control-plane/eastwest-gateway.yaml";
  private static final String SECOND = "    - name: cluster2\n";

  private final SortedMap<String, String> proven = new TreeMap<>();
  private final LabMeshes meshes;
  private final Lab lab;

  LabMistakesTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.lab = Lab.open();
    this.meshes = new LabMeshes(lab, folder);
  }

  @Test
  void theGatewayHasNoPortForIstiod() throws IOException, InterruptedException {
    LabMesh mesh = meshes.primaryRemote();
    LabRun run = LabRun.of(mesh);
    String spec =
        """
        components:
          ingressGateways:
            - name: istio-eastwestgateway
              enabled: true
              k8s:
                service:
                  ports:
                    - {name: status-port, port: 15021, targetPort: 15021}
                    - {name: tls, port: 15443, targetPort: 15443}
                    - {name: tls-webhook, port: 15017, targetPort: 15017}
        """;
    MistakenTopology.overlaid(mesh, SECOND, spec).isRefusedBy("gateway-name-taken");
    run.edit("cluster1" + GATEWAY, "port: 15012", "port: 15999");
    List<String> red = ofTheRemote("server proxy", "client proxy");
    fails(
        "an overlay's own east-west gateway, without 15012",
        "gateway-name-taken",
        run,
        red,
        ":15012");
  }

  @Test
  void remotesDialANodePort() throws IOException, InterruptedException {
    LabMesh mesh = meshes.primaryRemote();
    LabRun run = LabRun.of(mesh);
    String balancer = mesh.addressed("\"lb-of-cluster1\"");
    String node = mesh.addressed("\"node-of-cluster1\"");
    String way = mesh.text();
    way = way.substring(way.indexOf("      eastWest:"), way.indexOf(SECOND));
    String other =
        """
              eastWest:
                exposure: nodePort
                addresses: [%s]
                nodePort: 31443
        """
            .formatted(node);
    MistakenTopology.of(mesh, way, other).isRefusedBy("node-port-for-istiod");
    run.edit("cluster1" + GATEWAY, "type: LoadBalancer", "type: NodePort");
    run.edit("cluster1" + GATEWAY, "            loadBalancerIP: " + balancer + "\n", "");
    run.edit("cluster2" + SETTINGS, balancer, node);
    List<String> red = ofTheRemote("injection", "injection");
    fails("a remote dials a NodePort", "node-port-for-istiod", run, red, "connection refused");
  }

  @Test
  void anOverlayNamesAnotherNetwork() throws IOException, InterruptedException {
    LabMesh mesh = meshes.multiPrimary();
    LabRun run = LabRun.of(mesh);
    String spec =
        """
        values:
          global:
            network: eu
        """;
    MistakenTopology.overlaid(mesh, "  certificates:\n", spec).isRefusedBy("overlay-clash");
    run.edit("us1" + SETTINGS, "      network: us\n", "      network: eu\n");
    List<String> red = List.of("eu1 → us1: endpoints", "us1 → eu1: endpoints");
    fails("an overlay with another network", "overlay-clash", run, red, "lies in another network");
  }

  @Test
  void aNetworkIsMisspelt() throws IOException, InterruptedException {
    LabMesh mesh = meshes.own("one-gateway");
    LabRun run = LabRun.of(mesh);
    String us = "    - name: us2\n      network: us";
    MistakenTopology.of(mesh, us, us + "a").isRefusedBy("unknown-network");
    Pattern name = Pattern.compile("(?m): us$");
    run.files()
        .replaceAll(
            (path, text) ->
                path.startsWith("us2/") ? name.matcher(text).replaceAll(": usa") : text);
    List<String> red = List.of("eu1 → us2: endpoints");
    fails("a misspelt network", "unknown-network", run, red, "offered pod address");
  }

  @Test
  void aNetworkHasNoGateway() throws IOException, InterruptedException {
    LabMesh mesh = meshes.multiPrimary();
    LabRun run = LabRun.of(mesh);
    String us = "      network: us\n";
    MistakenTopology.of(mesh, us, us + "      eastWest: {exposure: none}\n")
        .isRefusedBy("network-without-gateway");
    run.files().remove("us1" + GATEWAY);
    List<String> red = List.of("eu1 → us1: endpoints");
    fails(
        "a network without a gateway", "network-without-gateway", run, red, "offered pod address");
  }

  @Test
  void noCertificatesAreShared() throws IOException, InterruptedException {
    LabMesh mesh = meshes.multiPrimary();
    LabRun run = LabRun.of(mesh);
    MistakenTopology.of(mesh, "source: externalSecrets", "source: none")
        .isRefusedBy("no-shared-root");
    for (String cluster : List.of("eu1", "us1")) {
      run.edit(cluster + "/bootstrap/kustomization.yaml", "  - cacerts.yaml\n", "");
      run.files().remove(cluster + "/bootstrap/cacerts.yaml");
    }
    List<String> red = List.of("eu1 → us1: TLS", "us1 → eu1: TLS");
    fails("each istiod has a root of its own", "no-shared-root", run, red, "trusts another root");
  }

  @Test
  void theStoreHoldsTwoRoots() throws IOException, InterruptedException {
    LabRun run = LabRun.of(meshes.multiPrimary());
    run.certify("us1", "other");
    List<String> red = List.of("eu1 → us1: TLS", "us1 → eu1: TLS");
    fails("certificates of two roots in the store", NEVER, run, red, "trusts another root");
  }

  @Test
  void anOverlayDialsAHostName() throws IOException, InterruptedException {
    LabMesh mesh = meshes.primaryRemote();
    LabRun run = LabRun.of(mesh);
    String host = "istiod.example.com";
    String rule = "host-name-needs-injection-url";
    String spec =
        """
        values:
          global:
            remotePilotAddress: %s
        """
            .formatted(host);
    MistakenTopology.overlaid(mesh, "  secrets:\n", spec).isRefusedBy(rule);
    run.host(host, "cluster1");
    run.edit("cluster2" + SETTINGS, mesh.addressed("\"lb-of-cluster1\""), host);
    List<String> red = ofTheRemote("injection", "injection");
    fails("an overlay with a host name as istiod's address", rule, run, red, "calling webhook");
  }

  @Test
  void theRemoteSecretHasAnotherName() throws IOException, InterruptedException {
    LabMesh mesh = meshes.primaryRemote();
    String text = LabMesh.replaced(mesh.text(), SECOND, SECOND + "      id: n2-k8s-config\n");
    LabMesh named = mesh.with(text);
    LabRun run = LabRun.of(named);
    String rule = "cluster-name-differs";
    String path = "/inject/cluster/%s/net/network2";
    String spec =
        """
        values:
          global:
            multiCluster:
              clusterName: cluster2
          istiodRemote:
            injectionPath: %s
        """
            .formatted(path.formatted("cluster2"));
    MistakenTopology.overlaid(named, "  secrets:\n", spec).isRefusedBy(rule);
    String settings = "cluster2" + SETTINGS;
    run.edit(settings, path.formatted("n2-k8s-config"), path.formatted("cluster2"));
    run.edit(settings, "clusterName: n2-k8s-config", "clusterName: cluster2");
    List<String> red = ofTheRemote("server proxy", "client proxy");
    String mistake = "a remote Secret with another name than the overlay's";
    fails(mistake, rule, run, red, "authenticat");
  }

  /** Istio's guide has the gateway in front of a hosted istiod check it against no root of its. */
  @Test
  void theGatewayInFrontOfIstiodHasNoRoot() throws IOException, InterruptedException {
    LabRun run = LabRun.of(meshes.hosted());
    String root =
        """
                  credentialName: external-istiod-root
                  subjectAltNames:
                    - istiod.external-istiod.svc
        """;
    run.edit("platform/mesh/external-istiod-tls.yaml", root, "");
    List<String> red =
        List.of(
            "cluster1 → cluster1: injection",
            "cluster1 → cluster2: injection",
            "cluster2 → cluster1: injection",
            "cluster2 → cluster2: injection");
    String mistake = "a hosted istiod whose gateway has no root to know it by";
    fails(mistake, NEVER, run, red, "calling webhook");
  }

  private static List<String> ofTheRemote(String asServer, String asClient) {
    return List.of(
        "cluster1 → cluster2: " + asServer,
        "cluster2 → cluster1: " + asClient,
        "cluster2 → cluster2: " + asClient);
  }

  private void fails(String mistake, String rule, LabRun run, List<String> red, String reason)
      throws IOException, InterruptedException {
    run.spec().put("wait", SECONDS);
    LabVerdict verdict = run.verdict(meshes.output());
    assertEquals(red, verdict.red(), lab::words);
    assertTrue(verdict.reasons().stream().anyMatch(why -> why.contains(reason)), lab::words);
    String said = rule.equals(NEVER) ? NEVER : "`" + rule + "`";
    String where = String.join("<br>", red);
    proven.put(mistake, "| %s | %s | %s | %s |".formatted(mistake, said, where, reason));
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    lab.close();
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        A topology or an overlay with one of these mistakes is refused. Here it is rendered without the mistake, the files are edited
        to say it, and the laboratory tells which pairs of clusters fail and at which hop. All other pairs work.
        """);
    lines.add("| mistake | refused as | pairs that fail, and where | of the reason |");
    lines.add("|---|---|---|---|");
    lines.addAll(proven.values());
    Page.chapter("Mistakes on a real mesh", Lab.versions(), lines);
  }
}
