package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered opens the door as far as istiod of the same version asks, in every version. */
@Conformance({Part.APISERVER, Part.ISTIOCTL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryReaderTest {
  private static final String NAMESPACE = "istio-system";
  private static final String ACCOUNT = "istio-reader-service-account";
  private static final String CHAPTER = "Readers of every version";
  private static final String NONE = "–";
  private static final int FIRST_WITH_PRIMARIES = 8;
  private static final int FIRST_WITH_SECRETS = 8;

  /** In the topologies of models the first cluster runs an istiod. */
  private static final String WATCHER = "c1";

  private static final String CLUSTERS = "https://%s.k8s.example.com:6443";
  private static final String SERVER = "https://192.0.2.10:644%d";

  /** What istiod never asks, and a thief would. */
  private static final Reviews NEVER =
      Reviews.of(
          List.of(
              Asked.of("secrets", "create", "update", "patch", "delete"),
              Asked.of("pods", "create", "update", "patch", "delete"),
              Asked.of("pods/exec", "create"),
              Asked.of("serviceaccounts", "list", "impersonate"),
              Asked.of("serviceaccounts/token", "create"),
              Asked.of("clusterroles.rbac.authorization.k8s.io", "escalate", "bind")));

  private final Programs programs = Programs.found();
  private final SortedMap<Integer, String> proven = new TreeMap<>();
  private final SortedMap<Integer, String> services = new TreeMap<>();
  private final Path folder;
  private final ApiServer server;
  private final Road road;

  EveryReaderTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.server = ApiServer.start(programs);
    int port = Watched.port(server);
    this.road = Road.to(Map.of("192.0.2.10:6442", port, "192.0.2.10:6443", port));
  }

  static List<InstallerOfMinor> minors() throws IOException, InterruptedException {
    return InstallerOfMinor.all();
  }

  @BeforeAll
  void theServerHasWhatIstiodReads() throws IOException, InterruptedException {
    Kubectl admin = server.kubectl();
    admin.define(Definitions.istio(programs, Integer.MAX_VALUE));
    admin.define(Definitions.newest(programs, "sigs.k8s.io/gateway-api"));
    admin.define(Definitions.newest(programs, "sigs.k8s.io/mcs-api"));
    admin.right("create", "namespace", NAMESPACE);
  }

  @ParameterizedTest
  @MethodSource("minors")
  void istiodMayAskWhatItAsks(InstallerOfMinor of) throws IOException, InterruptedException {
    Installer installer = of.orSkip();
    Path home = Files.createDirectory(folder.resolve(installer.version()));
    Files.copy(Watched.file(server, "apiserver.crt"), home.resolve("ca.pem"));
    boolean several = of.minor() >= FIRST_WITH_PRIMARIES;
    MeshModel model = several ? MeshModel.MIXED_NETWORKS : MeshModel.PRIMARY_REMOTE_NETWORKS;
    String text = model.topology(installer.version());
    for (int i = 2; i <= 3; i++) {
      text = text.replace(CLUSTERS.formatted("c" + i), SERVER.formatted(i));
    }
    TestMesh.write(new TestMesh(home).rendered(text), home);
    String remote = several ? "c3" : "c2";
    String row = "| 1.%d | %s | %s | %s | %s |";
    proven.put(
        of.minor(),
        row.formatted(
            of.minor(),
            installer.version(),
            several ? opens(of, home, "c2", Set.of(Asked.READ)) : NONE,
            opens(of, home, remote, Set.of(Asked.READ, Asked.SERVED, Asked.LED)),
            services.getOrDefault(of.minor(), NONE)));
  }

  /** Proves that the remote Secret opens a cluster, and returns how many questions that were. */
  private int opens(InstallerOfMinor of, Path home, String cluster, Set<String> whom)
      throws IOException, InterruptedException {
    Kubectl admin = server.kubectl();
    Path overlay = home.resolve(cluster).resolve("control-plane/istio-operator.yaml");
    String reader = ReaderRole.of(of.orSkip(), overlay).text();
    String file = Files.writeString(home.resolve(cluster + ".json"), reader).toString();
    admin.right("apply", "--server-side", "-f", file);
    String token = admin.right("create", "token", ACCOUNT, "--namespace=" + NAMESPACE).strip();
    Path secret = home.resolve(WATCHER + "/peers/istio-remote-secret-" + cluster + ".yaml");
    Kubectl istiod = Watched.client(server, road, cluster, Files.readString(secret), token);
    Reviews asked = Reviews.of(Asked.by(of.minor(), whom));
    istiod.right("get", asked.listed(), "--all-namespaces");
    refuses(istiod, of.minor(), asked);
    admin.right("delete", "--wait=false", "-f", file);
    return asked.words().size();
  }

  /** Proves that all that is asked is answered, and nothing that a thief would ask. */
  private void refuses(Kubectl istiod, int minor, Reviews asked)
      throws IOException, InterruptedException {
    Reviews optional = Reviews.of(Asked.by(minor, Set.of(Asked.MULTI_CLUSTER_SERVICES)));
    Reviews secrets = Reviews.of(List.of(Asked.of("secrets", "list")));
    List<String> refused =
        new ArrayList<>(asked.and(NEVER).and(secrets).and(optional).refused(istiod));
    // Istio's own role may lack what only an experimental setting makes istiod ask
    List<String> lacking = refused.stream().filter(optional.words()::contains).toList();
    refused.removeAll(lacking);
    Reviews wrong = minor < FIRST_WITH_SECRETS ? NEVER.and(secrets) : NEVER;
    assertEquals(wrong.words(), refused, () -> "1." + minor);
    if (!optional.words().isEmpty()) {
      services.put(minor, lacking.isEmpty() ? "yes" : "no: " + String.join(", ", lacking));
    }
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    road.close();
    server.close();
    List<String> lines = new ArrayList<>();
    lines.add(
        "For each version a mesh is rendered, istioctl of that version makes the reader's account,"
            + " role and binding of the rendered overlay, a\nserver takes them, and a client with"
            + " the rendered remote Secret and a token of that account asks what istiod of that"
            + " version asks\n(`src/conformance/istiod-asks.txt`, from Istio's source): it lists,"
            + " and it may list, watch and write; the table says how many\nquestions that were. Of a"
            + " remote they are more, since its proxies call that istiod. From 1.8 on all Secrets of"
            + " the cluster are among\nthem. Refused are writing and deleting Secrets and Pods,"
            + " running commands in Pods, other accounts and their tokens, and wider roles.\nWhat"
            + " istiod asks only where somebody sets ENABLE_MCS_SERVICE_DISCOVERY stands in the last"
            + " column.\n");
    lines.add("| Istio | istioctl | asked of a primary | of a remote | multi-cluster Services |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(Page.rows(CHAPTER, proven).values());
    Page.chapter(CHAPTER, programs, lines);
  }
}
