package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two istiods side by side are one mesh: each injects and configures the pods of its own revision,
 * a remote's too, and these reach each other.
 */
@Conformance({Part.LAB})
class CanaryLabTest {
  private static final String FIRST = "1-30-3";
  private static final String CANARY = "1-30-3-next";
  private static final String PRIMARY = "eu1";
  private static final String REMOTE = "us1";
  private static final int SECONDS = 240;
  private static final List<String> OF_THE_SAMPLE = List.of("curl", "helloworld");
  private static final String PROVEN =
      """
      [The laboratory](../src/conformance/lab/README.md) runs [a mesh](../%s) of a primary and a remote in two networks, each
      with a canary: two istiods of one version and of two revisions, as it has no other istiod. Namespaces choose by a tag first, then
      by the revision itself, each cluster another one; then they change over. Both times, both ways:

      | asked | it says |
      |---|---|
      | each pod with a proxy | injected by the revision that its namespace, or its gateway, names; in the remote by the primary's webhook of that revision, at one address |
      | `debug/syncz` of each istiod | exactly the pods of its own revision have dialled it, those of the remote through the gateway by its name |
      | `debug/clusterz`, `debug/networkz` of each istiod | both clusters, and all four gateways |
      | `debug/mesh` of each istiod | the shared settings |
      | requests from every cluster to every cluster | answered, with mTLS; to the other network through its gateway of the first istiod and through that of the canary |

      Not proven here: two versions of istiod, and what a newer istiod makes of an older one's definitions.
      """;

  private final Path folder;

  CanaryLabTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void bothRevisionsAreOneMesh() throws IOException, InterruptedException {
    try (Lab lab = Lab.open()) {
      LabMeshes meshes = new LabMeshes(lab, folder);
      LabRun run = LabRun.of(meshes.own("canary"));
      run.spec().put("wait", SECONDS);
      run.label(PRIMARY, "stable");
      run.label(REMOTE, "next");
      check(run, run.verdict(meshes.output()), Map.of(PRIMARY, FIRST, REMOTE, CANARY));
      run.label(PRIMARY, CANARY);
      run.label(REMOTE, FIRST);
      check(run, run.again(), Map.of(PRIMARY, CANARY, REMOTE, FIRST));
      Page.chapter(
          "A canary on a real mesh",
          Lab.versions(),
          List.of(PROVEN.formatted(run.mesh().source())));
    }
  }

  private static void check(LabRun run, LabVerdict verdict, Map<String, String> chosen) {
    Lab lab = run.mesh().lab();
    assertEquals(List.of(), verdict.red(), lab::words);
    assertEquals(List.of(), verdict.complaints(), lab::words);
    Map<String, Set<String>> byRevision = new TreeMap<>();
    for (String cluster : run.members()) {
      SortedMap<String, String> injected = verdict.injected(cluster);
      injected.forEach(
          (pod, revision) ->
              byRevision
                  .computeIfAbsent(revision, key -> new TreeSet<>())
                  .add(cluster + "/" + pod));
      assertEquals(expected(chosen.getOrDefault(cluster, "")), deployments(injected), lab::words);
    }
    assertEquals(Set.of(FIRST, CANARY), byRevision.keySet());
    JsonNode istiods = verdict.tree().path("clusters").path(PRIMARY).path("istiods");
    byRevision.forEach(
        (revision, pods) -> {
          JsonNode istiod = istiods.path(revision);
          Set<String> dialled = new TreeSet<>();
          istiod.path("proxies").forEach(proxy -> dialled.add(proxy.asString("")));
          assertEquals(pods, dialled, lab::words);
          assertEquals("/dev/stdout", istiod.at("/mesh/accessLogFile").asString(""), lab::words);
          assertEquals(2, istiod.path("clusters").size(), lab::words);
          assertEquals(4, istiod.path("gateways").size(), lab::words);
        });
    reaches(run, verdict, PRIMARY, REMOTE);
    reaches(run, verdict, REMOTE, PRIMARY);
  }

  /** Returns the revision that is to inject the pods of each Deployment of a cluster. */
  private static SortedMap<String, String> expected(String chosen) {
    SortedMap<String, String> expected = new TreeMap<>();
    expected.put("istio-eastwestgateway", FIRST);
    expected.put("istio-eastwestgateway-" + CANARY, CANARY);
    OF_THE_SAMPLE.forEach(name -> expected.put(name, chosen));
    return expected;
  }

  /** Returns the same by Deployments, whose names those of their pods begin with. */
  private static SortedMap<String, String> deployments(SortedMap<String, String> pods) {
    SortedMap<String, String> deployments = new TreeMap<>();
    pods.forEach(
        (pod, revision) ->
            deployments.put(pod.replaceFirst("(-v\\d+)?(-[a-z0-9]+){2}$", ""), revision));
    return deployments;
  }

  /** Through the gateway of the first istiod, and through that of the canary. */
  private static void reaches(LabRun run, LabVerdict verdict, String from, String to) {
    JsonNode place = run.mesh().cluster(to);
    Set<String> gateways =
        Set.of(LabMesh.word(place, "lb") + ":15443", LabMesh.word(place, "other") + ":15443");
    String pair = from + " → " + to;
    List<String> endpoints = verdict.endpoints().getOrDefault(pair, List.of());
    assertEquals(gateways, Set.copyOf(endpoints), run.mesh().lab()::words);
    List<String> used = verdict.through().getOrDefault(pair, List.of());
    assertEquals(gateways.size(), used.size());
    used.forEach(way -> assertFalse(way.contains("(0 requests)"), used::toString));
    List<String> callers = verdict.callers().getOrDefault(pair, List.of());
    assertTrue(callers.contains("spiffe://cluster.local/ns/sample/sa/curl"), callers::toString);
    assertEquals(1, callers.size());
  }
}
