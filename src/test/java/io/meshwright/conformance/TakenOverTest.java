package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A running istiod takes over what changes in its shared ConfigMap, and nobody installs it again.
 */
@Conformance({Part.APISERVER, Part.LAB})
class TakenOverTest {
  private static final String CLUSTER = "eu2";
  private static final String SETTINGS =
      """
        mesh:
          config:
            accessLogFile: /dev/stdout
            defaultConfig:
              concurrency: 3
            discoverySelectors:
              - matchLabels:
                  mesh: "yes"
            localityLbSetting:
              failover:
                - from: eu
                  to: us
      """;

  private final Path folder;
  private final TestMesh mesh;
  private final String text;

  TakenOverTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    mesh = TestMesh.example("static-networks").copiedTo(folder);
    text = mesh.text();
  }

  @Test
  void settingsAndNetworksArriveWithoutAnInstaller() throws IOException, InterruptedException {
    Programs programs = Programs.found();
    Installer installer = RunningIstiod.installer();
    String first = text.replace("1.30.3", installer.version());
    try (ApiServer server = ApiServer.start(programs)) {
      server.kubectl().define(Definitions.externalSecrets(programs));
      server.kubectl().define(Definitions.istio(programs, installer.minor()));
      Path files = apply(server, first);
      Path operator = files.resolve("control-plane/istio-operator.yaml");
      String installed = Files.readString(operator);
      Generated made = installer.generate(operator);
      try (RunningIstiod istiod = RunningIstiod.start(made, server)) {
        assertEquals(
            List.of("10.40.0.10:15443", "10.40.0.11:15443", "192.0.2.40:15443"),
            gateways(istiod, 3));
        JsonNode before = istiod.until("/debug/mesh", said -> said.has("rootNamespace"));
        assertTrue(before.path("accessLogFile").asString("").isEmpty());

        String changed =
            first
                .replace("10.40.0.11", "10.40.0.12")
                .replace("  networks:\n    - name: ap", SETTINGS + "  networks:\n    - name: ap");
        apply(server, changed);
        assertEquals(installed, Files.readString(operator));
        JsonNode after =
            istiod.until(
                "/debug/mesh",
                said -> said.path("accessLogFile").asString("").equals("/dev/stdout"));
        assertEquals(3, after.at("/defaultConfig/concurrency").asInt(0));
        assertEquals("yes", after.at("/discoverySelectors/0/matchLabels/mesh").asString(""));
        assertEquals("us", after.at("/localityLbSetting/failover/0/to").asString(""));
        assertEquals(before.path("trustDomain"), after.path("trustDomain"));
        istiod.until("/debug/networkz", said -> said.toString().contains("10.40.0.12"));
        assertEquals(
            List.of("10.40.0.10:15443", "10.40.0.12:15443", "192.0.2.40:15443"),
            gateways(istiod, 3));

        apply(server, first);
        istiod.until("/debug/mesh", said -> said.path("accessLogFile").asString("").isEmpty());
      }
    }
    Page.chapter(
        "What a running istiod takes over",
        programs,
        List.of(
            "istiod "
                + installer.version()
                + ", started with the variables and the ConfigMap that istioctl makes of a rendered overlay, against a real"
                + " API server: the networks and\ngateways of `bootstrap/shared-mesh-config.yaml` are those it knows"
                + " (`/debug/networkz`). Then an address and settings of `mesh.config` change\nin the topology (access log,"
                + " defaults of proxies, discovery selectors, locality failover): the overlay stays the same byte for byte, the"
                + " rendered\nlayer is applied, and the running istiod has both (`/debug/mesh`); when they go again, so do they"
                + " there."));
  }

  private Path apply(ApiServer server, String topology) throws IOException, InterruptedException {
    RenderedMesh rendered = mesh.rendered(topology);
    TestMesh.write(rendered, folder);
    Path files = folder.resolve(CLUSTER);
    server.kubectl().accepts(files.resolve("bootstrap"));
    return files;
  }

  /** Returns the gateways that it knows, sorted, once it knows that many. */
  private static List<String> gateways(RunningIstiod istiod, int count)
      throws IOException, InterruptedException {
    JsonNode said = istiod.until("/debug/networkz", known -> known.size() == count);
    List<String> gateways = new ArrayList<>();
    for (JsonNode gateway : said) {
      gateways.add(gateway.path("Addr").asString("") + ":" + gateway.path("Port").asInt(0));
    }
    return gateways.stream().sorted().toList();
  }
}
