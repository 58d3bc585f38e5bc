package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {
  private static final Path REMOTE = Path.of("examples/primary-remote/topology.yaml");
  private static final Path LARGE = Path.of("src/test/resources/graph/large/topology.yaml");

  @Test
  void twoClustersAreAsApproved() {
    approve(CapturedRun.of("graph", REMOTE));
  }

  @Test
  void threeClustersOfOneNetworkAreAsApproved() {
    approve(CapturedRun.of("graph", Path.of("examples/single-network/topology.yaml")));
  }

  @Test
  void fortyClustersAreAsApproved() {
    approve(CapturedRun.of("graph", LARGE, "--format", "mermaid"));
  }

  @Test
  void asSvgItIsAWholeFile() {
    CapturedRun run = CapturedRun.of("graph", LARGE, "--format", "svg");

    assertEquals(ExitCode.OK, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("<svg "), run.out());
    assertTrue(run.out().endsWith("\n</svg>\n"), run.out());
  }

  @Test
  void aRefusedMeshIsNotDrawn() {
    CapturedRun run = CapturedRun.of("graph", Path.of("examples/seed-2020/topology.yaml"));

    assertEquals(ExitCode.FINDINGS, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("; nothing was drawn\n"), run.err());
    String lint = CapturedRun.of("lint", Path.of("examples/seed-2020/topology.yaml")).out();
    assertTrue(run.err().startsWith(lint.substring(0, lint.lastIndexOf('\n', lint.length() - 2))));
  }

  @Test
  void valuesOfMachinesAreInThePicture(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pki"));
    Files.copy(REMOTE.resolveSibling("pki/cluster2.pem"), folder.resolve("pki/cluster2.pem"));
    Path topology = folder.resolve("topology.yaml");
    String text = Files.readString(REMOTE);
    Files.writeString(topology, text.replace("[10.20.0.15]", "[pending]"));
    Path values = folder.resolve("values.yaml");
    Files.writeString(
        values,
        """
        apiVersion: meshwright.io/v1
        kind: MeshValues
        metadata: {name: primary-remote}
        spec:
          clusters:
            - name: cluster1
              eastWest: {addresses: [10.20.0.77]}
        """);
    CapturedRun with = CapturedRun.of("graph", topology, "--values", values);

    assertTrue(CapturedRun.of("graph", topology).out().contains("pending (port 15012)"));
    assertTrue(with.out().contains("10.20.0.77:15012"), with.all());
  }

  private static void approve(CapturedRun run) {
    assertEquals(ExitCode.OK, run.code(), run.err());
    Approvals.verify(run.out(), new Options(QuietReporter.INSTANCE));
  }
}
