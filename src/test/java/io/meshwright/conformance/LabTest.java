package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is rendered is a mesh: every cluster is answered by every cluster. */
@Conformance({Part.LAB})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabTest {
  private static final String CALLER = "spiffe://%s/ns/sample/sa/curl";
  private static final int SECONDS = 240;
  private static final int PORT = 15443;
  private static final String SERVED = ":5000";

  private final SortedMap<String, String> proven = new TreeMap<>();
  private final Set<Grid.Cell> cells = new HashSet<>();
  private final LabMeshes meshes;
  private final Lab lab;

  LabTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.lab = Lab.open();
    this.meshes = new LabMeshes(lab, folder);
  }

  /**
   * Through what other networks reach a cluster.
   *
   * @param kind what the laboratory calls it
   * @param ports its port, by cluster
   * @param behind where it stands, if in another cluster
   */
  private record Gateways(String kind, Map<String, Integer> ports, Map<String, String> behind) {
    static final Gateways NONE = new Gateways("", Map.of(), Map.of());
    static final Gateways BALANCED = new Gateways("lb", Map.of(), Map.of());

    String of(LabMesh mesh, String cluster) {
      JsonNode place = mesh.cluster(behind.getOrDefault(cluster, cluster));
      return LabMesh.word(place, kind) + ":" + ports.getOrDefault(cluster, PORT);
    }
  }

  @Test
  void twoPrimariesInTwoNetworks() throws IOException, InterruptedException {
    works("two networks", LabRun.of(meshes.multiPrimary()), Gateways.BALANCED);
  }

  @Test
  void aPrimaryAndARemoteInTwoNetworks() throws IOException, InterruptedException {
    works("two networks", LabRun.of(meshes.primaryRemote()), Gateways.BALANCED);
  }

  @Test
  void aRemoteThatDialsByName() throws IOException, InterruptedException {
    LabRun run = LabRun.of(meshes.singleNetwork());
    run.host("istiod.north.example.com", "north");
    String besides =
        "one network; a remote that dials by name, a revision, a trust domain, overlays";
    works(besides, run, Gateways.NONE);
  }

  @Test
  void gatewaysByTheKubernetesGatewayApi() throws IOException, InterruptedException {
    String besides =
        "three networks; `api: gateway`, of which istiod makes Deployment and Service, and TLSRoutes"
            + " that lead the remote to istiod";
    works(besides, LabRun.of(meshes.kubernetesGateway()), Gateways.BALANCED);
  }

  @Test
  void theMeshOf2020AsItCanWork() throws IOException, InterruptedException {
    String besides = "two networks; `externalIP`, and a Service of istiod's own";
    works(besides, LabRun.of(meshes.seed()), Gateways.BALANCED);
  }

  @Test
  void twoPrimariesInOneNetwork() throws IOException, InterruptedException {
    works("one network", LabRun.of(meshes.own("one-network")), Gateways.NONE);
  }

  @Test
  void aRemoteInThePrimarysNetwork() throws IOException, InterruptedException {
    String besides = "one network; a load balancer of istiod's own";
    works(besides, LabRun.of(meshes.own("remote-in-one-network")), Gateways.NONE);
  }

  @Test
  void threeClustersOverTwoNetworks() throws IOException, InterruptedException {
    String besides = "two networks, one with two clusters";
    works(besides, LabRun.of(meshes.own("three-clusters")), Gateways.BALANCED);
  }

  @Test
  void oneGatewayForTwoClusters() throws IOException, InterruptedException {
    String besides = "two networks; a cluster without a gateway beside one that has one";
    Gateways gateways = new Gateways("lb", Map.of(), Map.of("us2", "us1"));
    works(besides, LabRun.of(meshes.own("one-gateway")), gateways);
  }

  @Test
  void gatewaysThatAreNodePorts() throws IOException, InterruptedException {
    String besides =
        "two networks; a `nodePort` that the topology tells, and one that istiod finds";
    Gateways gateways = new Gateways("node", Map.of("eu1", 31443, "us1", 32443), Map.of());
    works(besides, LabRun.of(meshes.own("node-ports")), gateways);
  }

  @Test
  void otherWordsWhereverThereIsADefault() throws IOException, InterruptedException {
    String besides =
        "two networks; another revision, namespace, mesh ID, trust domain, and of the gateway another"
            + " name, selector and port";
    Gateways gateways = new Gateways("lb", Map.of("us1", 16443), Map.of());
    works(besides, LabRun.of(meshes.own("other-words")), gateways);
  }

  @Test
  void aControlPlaneThatAnotherClusterHosts() throws IOException, InterruptedException {
    String besides = "two networks; the gateway in front of istiod terminates TLS";
    works(besides, LabRun.of(meshes.hosted()), Gateways.BALANCED);
  }

  @Test
  void aHostedControlPlaneOfOneNetwork() throws IOException, InterruptedException {
    String besides = "one network; the gateway in front of istiod terminates TLS";
    works(besides, LabRun.of(meshes.own("hosted-one-network")), Gateways.NONE);
  }

  @Test
  void aHostedControlPlaneBehindAGatewayThatPassesThrough()
      throws IOException, InterruptedException {
    String besides = "two networks; TLS passed through to istiod, a revision, shared settings";
    LabRun run = LabRun.of(meshes.own("hosted-passthrough"));
    LabVerdict verdict = works(besides, run, Gateways.BALANCED);
    JsonNode settings = verdict.tree().at("/clusters/platform/istiod/mesh");
    JsonNode read = verdict.tree().at("/clusters/platform/istiod/clusters");
    assertEquals("{\"eu1\":\"synced\",\"us1\":\"synced\"}", read.toString());
    assertEquals("/dev/stdout", settings.path("accessLogFile").asString(""), settings::toString);
  }

  private LabVerdict works(String besides, LabRun run, Gateways gateways)
      throws IOException, InterruptedException {
    run.spec().put("wait", SECONDS);
    MeshFacts facts = run.rendered().facts();
    LabVerdict verdict = run.verdict(meshes.output());
    assertEquals(List.of(), verdict.red(), lab::words);
    assertEquals(List.of(), verdict.complaints(), lab::words);
    String caller = CALLER.formatted(facts.topology().mesh().trustDomain());
    for (String from : run.members()) {
      for (String to : run.members()) {
        String pair = from + " → " + to;
        assertEquals(List.of(caller), verdict.callers().get(pair), pair);
        way(run.mesh(), gateways, from, to, verdict.endpoints().getOrDefault(pair, List.of()));
      }
    }
    Grid.Cell.of(facts.topology()).ifPresent(cells::add);
    proven.put(
        facts.topology().name(),
        "| %s | %s | %s | `%s` |".formatted(run.mesh().link(), shape(facts), besides, caller));
    return verdict;
  }

  /** Within a network pods are reached themselves, in another one through its gateway alone. */
  private static void way(
      LabMesh mesh, Gateways gateways, String from, String to, List<String> endpoints) {
    String pair = from + " → " + to;
    if (!mesh.inOneNetwork(from, to)) {
      assertEquals(List.of(gateways.of(mesh, to)), endpoints, pair);
      return;
    }
    assertEquals(1, endpoints.size(), () -> pair + " " + endpoints);
    String pods = LabMesh.word(mesh.cluster(to), "pods");
    String endpoint = endpoints.get(0);
    assertTrue(endpoint.startsWith(pods) && endpoint.endsWith(SERVED), () -> pair + " " + endpoint);
  }

  private static String shape(MeshFacts facts) {
    int primaries = facts.controlPlanes().size();
    int remotes = facts.clusters().size() - primaries;
    if (!facts.hosts().isEmpty()) {
      return "1 external, " + remotes + " remotes";
    }
    return (primaries == 1 ? "1 primary" : primaries + " primaries")
        + (remotes == 0 ? "" : ", " + remotes + (remotes == 1 ? " remote" : " remotes"));
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    lab.close();
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        [A laboratory](../src/conformance/lab/README.md) of network namespaces runs istiod, proxies and API servers of one version. It
        follows the order of application that `render` prints, plays External Secrets with a store that holds nothing but the signing
        certificates at first, and sends requests from every cluster: each is answered by every cluster, no proxy refuses a push, no
        pod is refused, and the servers know the caller by its certificate. Within a network the endpoints are pods, between networks
        the one address and port of the gateway. Examples have the laboratory's addresses and version in the places of their own.
        """);
    lines.add("| mesh | clusters | what is in it | the caller |");
    lines.add("|---|---|---|---|");
    lines.addAll(proven.values());
    Page.chapter("A real mesh", Lab.versions(), lines);
    Grid.proven(
        Proof.MESH, cells, cells.stream().map(Grid.Cell::minor).collect(Collectors.toSet()));
  }
}
