package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.AdaptedTopology;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * An east-west gateway, and what leads through it, are as Istio's own samples of the same version
 * have them.
 */
@Conformance(Part.ISTIOCTL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EastWestGeneratorTest {
  private static final int FIRST = 8;

  /** From this minor on a sample for the istiod of a revision is there. */
  private static final int FIRST_WITH_REVISION_SAMPLE = 11;

  private static final String ONE_NETWORK = ".*in one network: .*";

  private static final List<Differences.Reason> REASONS =
      List.of(
          new Differences.Reason(
              ".*/apiVersion", "the newest that this Istio serves; the sample's is served too"),
          new Differences.Reason(
              ".*Service .*/(metadata/annotations|spec/loadBalancerIP)|.*/env/TRUST_DOMAIN.*",
              "the topology says it"),
          new Differences.Reason(
              ".*(Gateway|VirtualService) .*/metadata/namespace",
              "the guide has people apply the sample with `-n istio-system`"),
          new Differences.Reason(
              ".*Gateway .*/port/protocol", "Istio takes it in small letters and in capitals"),
          new Differences.Reason(
              ONE_NETWORK + "(topology.istio.io/network|_NETWORK_VIEW|ports/(tls|15443))",
              "with one network nothing is on its way to another"),
          new Differences.Reason(
              "(9|10), " + ONE_NETWORK + "ROUTER_MODE/value",
              "with one network nothing is forwarded by SNI"),
          new Differences.Reason(
              "11, .*ROUTER_MODE/value", "from 1.11 on it is not asked for, says the sample"),
          new Differences.Reason(
              ".*(remote|primaries): .*/ports/(tls-istiod|tls-webhook|15012|15017)",
              "nobody comes this way to the cluster's istiod"),
          new Differences.Reason(
              ".*VirtualService .*/sniHosts/[01]",
              "a remote with an istiod of its own dials the primary's by this name"),
          new Differences.Reason(
              ".*VirtualService .*/sniHosts/2", "a remote's API server calls by this name"),
          new Differences.Reason(
              "(8|9|10), .*: VirtualService istiod-vs.*", "a sample for a revision comes in 1.11"));

  /**
   * A gateway of an example.
   *
   * @param name what the table calls it
   * @param mesh the example
   * @param cluster the gateway's cluster
   */
  private record Gateway(String name, String mesh, String cluster) {}

  private static final List<Gateway> GATEWAYS =
      List.of(
          new Gateway("primary with a remote", "primary-remote", "cluster1"),
          new Gateway("remote", "primary-remote", "cluster2"),
          new Gateway("primary among primaries", "multi-primary", "eu1"),
          new Gateway("primary with a remote in one network", "single-network", "north"));

  private final Differences differences = new Differences(REASONS);
  private final Istioctls istioctls = new Istioctls(FIRST);

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void isAsTheSamplesHaveIt(InstallerOfMinor minor, @TempDir Path folder)
      throws IOException, InterruptedException {
    Installer installer = minor.orSkip();
    Optional<Path> samples = installer.multiclusterSamples();
    assumeTrue(
        samples.isPresent(),
        "no samples/multicluster of Istio 1." + minor.minor() + " beside its istioctl");
    for (Gateway gateway : GATEWAYS) {
      TestMesh mesh = TestMesh.example(gateway.mesh()).copiedTo(folder.resolve(gateway.cluster()));
      RenderedMesh rendered = mesh.rendered(AdaptedTopology.to(installer.version(), mesh.text()));
      Samples theirs = new Samples(samples.get(), installer, folder);
      ClusterFacts facts = rendered.facts().cluster(gateway.cluster()).orElseThrow();
      Ours ours = new Ours(TestMesh.files(rendered), gateway.cluster());
      Path overlay = Files.writeString(folder.resolve("ours.yaml"), ours.gateway());
      differences.take(
          gateway.name(),
          minor.minor(),
          Difference.between(
              theirs.gateway(rendered.facts().topology(), facts),
              installer.generate(overlay).objects()));
      differences.take(
          gateway.name(),
          minor.minor(),
          Difference.between(theirs.exposed(rendered.facts().topology(), facts), ours.exposed()));
    }
    istioctls.tried(installer);
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    istioctls.chapter(
        "East-west gateways as Istio's samples make them",
        () ->
            differences.table(
                """
        The IstioOperator that a release's `samples/multicluster/gen-eastwest-gateway.sh` prints for a cluster's mesh, name, network and
        revision goes through the istioctl of that release, and so does ours; `expose-services.yaml` and `expose-istiod*.yaml` are held
        against what is in `mesh/`. The samples lie beside istioctl, in `$ISTIOCTL_DIR/VERSION/samples`, or as in Istio's archive. All
        objects are the same, field by field, but for:
        """));
  }

  /** What is rendered for a cluster. */
  private record Ours(SortedMap<String, String> files, String cluster) {
    String gateway() {
      return Optional.ofNullable(files.get(cluster + "/control-plane/eastwest-gateway.yaml"))
          .orElseThrow();
    }

    List<JsonNode> exposed() {
      List<JsonNode> exposed = new ArrayList<>();
      String shown = cluster + "/mesh/(cross-network-gateway|istiod-gateway|istiod-route.*)\\.yaml";
      files.forEach(
          (path, text) -> {
            if (path.matches(shown)) {
              exposed.add(Trees.read(text));
            }
          });
      return exposed;
    }
  }

  /** Istio's samples of one version, used as its guides say. */
  private record Samples(Path samples, Installer installer, Path folder) {
    List<JsonNode> gateway(Topology topology, ClusterFacts facts)
        throws IOException, InterruptedException {
      List<String> arguments = new ArrayList<>();
      arguments.add(samples.resolve("gen-eastwest-gateway.sh").toString());
      arguments.addAll(List.of("--mesh", topology.mesh().id()));
      arguments.addAll(List.of("--cluster", facts.cluster().id()));
      arguments.addAll(List.of("--network", facts.cluster().network().orElseThrow()));
      topology.istio().revision().ifPresent(name -> arguments.addAll(List.of("--revision", name)));
      Tool.Run run = Tool.onPath("bash").orElseThrow().run(arguments.toArray(String[]::new));
      assertEquals(0, run.exit(), run::error);
      return installer
          .generate(Files.writeString(folder.resolve("theirs.yaml"), run.out()))
          .objects();
    }

    /** Returns what the guide has people apply for such a cluster. */
    List<JsonNode> exposed(Topology topology, ClusterFacts facts) throws IOException {
      List<JsonNode> exposed = new ArrayList<>();
      if (facts.multiNetwork() && facts.runsIstiod()) {
        exposed.addAll(Trees.readAll(Files.readString(samples.resolve("expose-services.yaml"))));
      }
      if (facts.servesRemotes()) {
        Optional<String> revision = topology.istio().revision();
        boolean sample = revision.isPresent() && installer.minor() >= FIRST_WITH_REVISION_SAMPLE;
        String name = sample ? "expose-istiod-rev.yaml.tmpl" : "expose-istiod.yaml";
        String text = Files.readString(samples.resolve(name));
        exposed.addAll(Trees.readAll(text.replace("{{.Revision}}", revision.orElse(""))));
      }
      assertEquals(facts.runsIstiod(), !exposed.isEmpty());
      return exposed;
    }
  }
}
