package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.TopologyChecker;
import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.namer.NamerWrapper;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment of 2020 is refused, and every finding of it stands by itself. */
class SeedOf2020Test {
  private static final Path EXAMPLE = Path.of("examples/seed-2020");
  private static final String APPROVED = "src/test/resources/examples/seed-2020/";
  private static final String TRUE_CAUSE = "node-port-for-istiod";
  private static final String TOPOLOGY = "topology.yaml";
  private static final String FIRST = "overlays/cluster1.yaml";
  private static final String SECOND = "overlays/cluster2.yaml";

  /**
   * A change that mends one setting.
   *
   * @param rule the rule whose finding it takes away
   * @param file the file to change
   * @param text what stands there
   * @param by what stands there instead
   */
  private record Mend(String rule, String file, String text, String by) {
    static Mend without(String rule, String file, String text) {
      return new Mend(rule, file, text, "");
    }
  }

  private static final String OWN_SERVICE =
      "      istiod: {exposure: service, addresses: [\"192.168.0.12\"]}\n";

  private static final String NETWORKS =
      """
          pilot:
            meshNetworks:
              networks:
                network1:
                  endpoints:
                    - fromRegistry: Kubernetes
                  gateways:
                    - address: 0.0.0.0
                      port: 443
                network2:
                  endpoints:
                    - fromRegistry: n2-k8s-config
                  gateways:
                    - address: 0.0.0.0
                      port: 443
      """;

  private static final List<Mend> MENDS =
      List.of(
          new Mend(
              TRUE_CAUSE,
              TOPOLOGY,
              "      overlays: [overlays/cluster1.yaml]\n",
              "      overlays: [overlays/cluster1.yaml]\n" + OWN_SERVICE),
          new Mend(
              "single-node-gateway",
              TOPOLOGY,
              "\"192.168.0.11\"]",
              "\"192.168.0.11\", \"192.168.0.13\"]"),
          new Mend(
              "single-node-gateway",
              TOPOLOGY,
              "\"192.168.0.21\"]",
              "\"192.168.0.21\", \"192.168.0.23\"]"),
          new Mend("sample-certificate", TOPOLOGY, "pki/root-cert.pem", "pki/cluster1.pem"),
          Mend.without("unread-key", FIRST, "    security:\n      selfSigned: false\n"),
          Mend.without(
              "gateway-spreads-istiod", FIRST, "      meshExpansion:\n        enabled: true\n"),
          Mend.without("mesh-networks-not-read", FIRST, NETWORKS),
          Mend.without("unknown-field", SECOND, "  autoInjection:\n    enabled: true\n"),
          new Mend("unread-key", SECOND, "    gateways:\n      enabled: true\n", "    gateways:\n"),
          Mend.without("unread-key", SECOND, "    security:\n      selfSigned: false\n"),
          Mend.without("unread-key", SECOND, "      createRemoteSvcEndpoints: true\n"),
          Mend.without("unread-key", SECOND, "      remotePilotCreateSvcEndpoint: true\n"),
          Mend.without(
              "node-address-for-istiod", SECOND, "      remotePilotAddress: 192.168.0.11\n"),
          Mend.without("mixer-address", SECOND, "      remotePolicyAddress: 192.168.0.11\n"),
          Mend.without("mixer-address", SECOND, "      remoteTelemetryAddress: 192.168.0.11\n"),
          new Mend(
              "cluster-name-differs",
              SECOND,
              "clusterName: kubernetes",
              "clusterName: n2-k8s-config"));

  private final Path folder;

  SeedOf2020Test(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void copyTheExample() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void isRefusedInTheseWords(@TempDir Path output) {
    CapturedRun run = CapturedRun.of("render", EXAMPLE.resolve(TOPOLOGY), "-o", output);
    Options options =
        new Options(QuietReporter.INSTANCE)
            .forFile()
            .withNamer(new NamerWrapper(() -> "terminal", () -> APPROVED));
    Approvals.verify(run.all(), options);
  }

  @Test
  void theTrueCauseComesFirst() {
    List<Diagnostic> found =
        TopologyChecker.standard().check(EXAMPLE.resolve(TOPOLOGY), Optional.empty()).diagnostics();
    assertEquals(TRUE_CAUSE, found.get(0).rule());
  }

  @Test
  void mendingOneSettingTakesAwayExactlyOneFinding() throws IOException {
    Set<String> all = findings();
    Set<String> mended = new LinkedHashSet<>();
    for (Mend mend : MENDS) {
      Path file = folder.resolve(mend.file());
      String before = Files.readString(file);
      assertTrue(
          before.indexOf(mend.text()) >= 0
              && before.indexOf(mend.text()) == before.lastIndexOf(mend.text()),
          mend::toString);
      Files.writeString(file, before.replace(mend.text(), mend.by()));
      Set<String> left = findings();
      Files.writeString(file, before);

      List<String> gone = new ArrayList<>(all);
      gone.removeAll(left);
      assertEquals(1, gone.size(), () -> mend + " takes away " + gone);
      assertTrue(
          gone.get(0).startsWith(mend.file() + " " + mend.rule() + ":"),
          () -> mend + " takes away " + gone);
      assertEquals(all.size() - 1, left.size(), () -> mend + " leaves " + left);
      mended.add(gone.get(0));
    }
    assertEquals(all, mended);
  }

  private Set<String> findings() {
    Set<String> found = new LinkedHashSet<>();
    for (Diagnostic finding :
        TopologyChecker.standard()
            .check(folder.resolve(TOPOLOGY), Optional.empty())
            .diagnostics()) {
      found.add(
          folder.relativize(Path.of(finding.location().file()))
              + " "
              + finding.rule()
              + ": "
              + finding.message());
    }
    return found;
  }
}
