package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real API server refuses what the order forbids; what it takes in the order, AppliedTest says.
 * What only controllers see, such as a token before its account, is not shown here.
 */
@Conformance(Part.APISERVER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderNeededTest {
  private static final String BOOTSTRAP = "bootstrap";

  private final Servers servers = Servers.of(Programs.found());
  private final AtomicInteger early = new AtomicInteger();
  private final AtomicInteger undefined = new AtomicInteger();

  @Test
  void nothingIsTakenBeforeWhatItNeeds(@TempDir Path folder)
      throws IOException, InterruptedException {
    for (String name : List.of("multi-primary", "primary-remote", "external-control-plane")) {
      RenderedMesh mesh = TestMesh.example(name).rendered();
      Path own = Files.createDirectories(folder.resolve(name));
      try (ServedMesh served = ServedMesh.of(servers, own, mesh)) {
        AtOnce.each(served.clusters(), cluster -> refuses(served, cluster, "not found", early));
        served.applyBootstrap();
        AtOnce.each(
            served.clusters(),
            cluster -> refuses(served, cluster, "no matches for kind", undefined));
      }
    }
    assertTrue(early.get() > undefined.get() && undefined.get() > 2, () -> early + " " + undefined);
  }

  /** Tries every layer but the first, and those alone of which something is not defined yet. */
  private static void refuses(
      ServedMesh served, String cluster, String reason, AtomicInteger refused)
      throws IOException, InterruptedException {
    for (Path layer : served.layers(cluster)) {
      boolean tooEarly = reason.equals("not found");
      if (layer.endsWith(BOOTSTRAP) || (!tooEarly && !hasKindsOfIstio(layer))) {
        continue;
      }
      Tool.Run run = served.kubectl(cluster).apply(layer);
      assertEquals(1, run.exit(), layer::toString);
      assertTrue(
          run.error().contains(reason) || run.error().contains("no matches for kind"), run::error);
      refused.incrementAndGet();
    }
  }

  private static boolean hasKindsOfIstio(Path layer) throws IOException {
    try (Stream<Path> files = Files.list(layer)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("apiVersion: networking.istio.io/")) {
          return true;
        }
      }
    }
    return false;
  }

  @AfterAll
  void end() throws IOException {
    servers.close();
  }
}
