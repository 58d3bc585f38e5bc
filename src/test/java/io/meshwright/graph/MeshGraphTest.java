package io.meshwright.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeshGraphTest {
  private static final int MOST = 32;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linesStayFewAndEveryReadingIsDrawnOrCounted(long seed) {
    MeshFacts mesh = RandomFacts.of(seed, false);
    MeshGraph graph = MeshGraph.of(mesh);
    assertTrue(graph.links().size() <= MOST, () -> graph.links().size() + " lines");
    int drawn = 0;
    for (Link link : graph.links()) {
      int ends = Math.max(1, link.to().members().size());
      drawn +=
          switch (link.kind()) {
            case DIALS, TAKES_CONFIGURATION -> 0;
            case WATCHES -> ends;
            case WATCH_EACH_OTHER -> 2;
          };
    }
    int read = mesh.clusters().stream().mapToInt(facts -> facts.readsBySecret().size()).sum();
    boolean counted =
        graph.notes().stream().anyMatch(note -> note.endsWith(": " + read + " remote Secrets"));
    assertEquals(read, counted ? read : drawn);
    assertTrue(!counted || drawn == 0, "drawn and counted");
  }

  @Test
  void aReadingThatIsMissingAmongManyIsNamed() {
    MeshFacts mesh = large();
    List<ClusterFacts> clusters = new ArrayList<>(mesh.clusters());
    int last = mesh.clusters().indexOf(mesh.controlPlanes().get(0));
    ClusterFacts first = clusters.get(last);
    String unread = first.watches().get(2).name();
    clusters.set(last, without(first, unread));
    MeshFacts changed = new MeshFacts(mesh.topology(), mesh.files(), clusters, mesh.multiNetwork());
    assertTrue(
        MeshGraph.of(changed)
            .notes()
            .contains(first.cluster().name() + " does not read those of " + unread),
        () -> MeshGraph.of(changed).notes().toString());
  }

  private static MeshFacts large() {
    return LongStream.range(0, 60)
        .mapToObj(seed -> RandomFacts.of(seed, false))
        .filter(mesh -> mesh.controlPlanes().size() > 4)
        .findFirst()
        .orElseThrow();
  }

  private static ClusterFacts without(ClusterFacts facts, String unread) {
    List<Cluster> watches =
        facts.watches().stream().filter(cluster -> !cluster.name().equals(unread)).toList();
    return new ClusterFacts(
        facts.cluster(),
        facts.controlPlanes(),
        facts.remotes(),
        watches,
        facts.watchedBy(),
        facts.configSource(),
        facts.configures(),
        facts.multiNetwork(),
        facts.installsIstiod());
  }
}
