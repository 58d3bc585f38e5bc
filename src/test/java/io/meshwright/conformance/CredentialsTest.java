package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kubeconfig in a remote Secret opens another cluster's server as far as Istio's role says. */
@Conformance({Part.APISERVER, Part.ISTIOCTL})
class CredentialsTest {
  private static final String VERSION = "1.30.3";
  private static final int MINOR = 30;
  private static final String ACCOUNT = "istio-reader-service-account";
  private static final String UNAUTHORIZED = "You must be logged in to the server";
  private static final String UNKNOWN_CA = "x509: certificate signed by unknown authority";
  private static final String NAMESPACE = "--namespace=istio-system";

  private final Programs programs = Programs.found();
  private final List<String> proven =
      new ArrayList<>(
          List.of(
              "The cluster `us1` of [multi-primary](../examples/multi-primary) is a real server with"
                  + " its layers `bootstrap` and `mesh`, and with\nthe reader's account, role and"
                  + " binding that istioctl "
                  + VERSION
                  + " makes of the rendered overlay. Asked is"
                  + " that server, with the\nkubeconfig that the remote Secret in `eu1` holds, and"
                  + " a token that the server issued for the account.\nThe client goes through a"
                  + " proxy of the test, since no topology may name loopback; \"connection refused\""
                  + " is the proxy's word for a\nconnection that was refused. Watching is a"
                  + " question about permission: no watch is held open. No topology shows which"
                  + " certificate a server has\nor how long a token lasts: what it does show, `lint`"
                  + " refuses, as the last rows say.\n",
              "| asked | answer |",
              "|---|---|"));

  @Test
  void theDoorOpensAsFarAsTheRoleSays(@TempDir Path folder)
      throws IOException, InterruptedException {
    Installer installer = installer();
    List<ApiServer> servers = ApiServer.start(programs, 2);
    try (Road road = Road.to(ports(servers))) {
      TestMesh mesh = TestMesh.example("multi-primary").copiedTo(folder);
      Watched us1 = new Watched(mesh, servers.get(0), road);
      RenderedMesh rendered = us1.rendered(Watched.URL, servers.get(0));
      ReaderRole role = install(us1, rendered, installer);
      String token = token(us1.server());
      Kubectl istiod = us1.client(rendered, token);
      reads(istiod, us1.server().kubectl(), role);
      readsSecrets(istiod, us1.server().kubectl(), role);
      writesNothing(istiod);
      wrongKeys(us1, rendered, token);
      wrongDoors(us1, servers.get(1), token);
      foreseen(mesh);
    } finally {
      ApiServer.closeAll(servers);
    }
    Page.chapter("Credentials that open the door", programs, proven);
  }

  /** Returns where each address of the topologies leads: at the last one nobody listens. */
  private static Map<String, Integer> ports(List<ApiServer> servers) throws IOException {
    return Map.of(
        "192.0.2.10:6443", Watched.port(servers.get(0)),
        "us1.k8s.example.com:6443", Watched.port(servers.get(0)),
        "192.0.2.10:6445", Watched.port(servers.get(1)),
        "192.0.2.10:6444", ApiServer.freePorts().get(0));
  }

  private static Installer installer() throws IOException, InterruptedException {
    Optional<Installer> found =
        InstallerOfMinor.all().stream()
            .flatMap(each -> each.installer().stream())
            .filter(each -> each.version().equals(VERSION))
            .findFirst();
    assumeTrue(found.isPresent(), "no istioctl " + VERSION + " in $ISTIOCTL_DIR or on the PATH");
    return found.orElseThrow();
  }

  /** Brings what comes into the cluster, in the order in which it comes. */
  private ReaderRole install(Watched us1, RenderedMesh rendered, Installer installer)
      throws IOException, InterruptedException {
    Path files = us1.written(rendered);
    Kubectl admin = us1.server().kubectl();
    admin.define(Definitions.externalSecrets(programs));
    admin.accepts(files.resolve("bootstrap"));
    ReaderRole role = ReaderRole.of(installer, files.resolve("control-plane/istio-operator.yaml"));
    Path reader = Files.writeString(files.resolve("reader.yaml"), role.text());
    admin.right("apply", "--server-side", "-f", reader.toString());
    admin.define(
        Definitions.istio(programs, rendered.facts().topology().istio().version().minor()));
    admin.define(Definitions.newest(programs, "sigs.k8s.io/gateway-api"));
    admin.define(Definitions.newest(programs, "sigs.k8s.io/mcs-api"));
    admin.accepts(files.resolve("mesh"));
    return role;
  }

  private static String token(ApiServer server) throws IOException, InterruptedException {
    return server.kubectl().right("create", "token", ACCOUNT, NAMESPACE).strip();
  }

  /** Each resource that the server has is listed or refused as the role says. */
  private void reads(Kubectl istiod, Kubectl admin, ReaderRole role)
      throws IOException, InterruptedException {
    List<String> listed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    String all = admin.right("api-resources", "--verbs=list", "--output=name");
    for (String resource : all.lines().sorted().toList()) {
      if (role.allows("list", resource)) {
        istiod.right("get", resource, "--all-namespaces");
        listed.add(resource);
      } else {
        forbidden(istiod.run("get", resource, "--all-namespaces"));
        refused.add(resource);
      }
    }
    assertTrue(refused.contains("serviceaccounts"), refused::toString);
    List<Asked> asked = Asked.by(MINOR, Set.of(Asked.READ, Asked.MULTI_CLUSTER_SERVICES));
    assertEquals(List.of(), Reviews.of(asked).refused(istiod));
    List<Asked> never = List.of(Asked.of("serviceaccounts", "watch"));
    assertEquals(List.of("watch serviceaccounts"), Reviews.of(never).refused(istiod));
    List<String> others = listed.stream().filter(name -> !name.endsWith(".istio.io")).toList();
    assertTrue(others.size() < listed.size(), "no resource of Istio is there");
    says("list all objects of " + words(others), "answered");
    says("list all objects of each resource that Istio defines", "answered");
    says("list all objects of each other resource that the server has", "Forbidden");
    says(
        "may it list and watch what istiod watches: "
            + words(asked.stream().map(Asked::resource).sorted().toList()),
        "yes");
  }

  /** Istio's role says nothing of namespaces: whoever has the token reads every Secret. */
  private void readsSecrets(Kubectl istiod, Kubectl admin, ReaderRole role)
      throws IOException, InterruptedException {
    assertTrue(role.allows("get", "secrets"));
    admin.right("create", "namespace", "shop");
    admin.right("create", "secret", "generic", "key", "--namespace=shop");
    istiod.right("get", "secret", "key", "--namespace=shop");
    says(
        "a Secret of a namespace that has nothing to do with Istio",
        "the Secret: Istio's role allows it");
  }

  private void writesNothing(Kubectl istiod) throws IOException, InterruptedException {
    forbidden(istiod.run("run", "pod", "--image=image", NAMESPACE));
    says("create a Pod", "Forbidden");
    forbidden(istiod.run("create", "secret", "generic", "key", NAMESPACE));
    says("create a Secret", "Forbidden");
    forbidden(istiod.run("delete", "secret", "key", "--namespace=shop"));
    says("delete a Secret", "Forbidden");
    forbidden(istiod.run("delete", "namespace", "shop", "--wait=false"));
    says("delete a namespace", "Forbidden");
    forbidden(istiod.run("create", "token", ACCOUNT, NAMESPACE));
    says("issue another token for the account", "Forbidden");
  }

  private void wrongKeys(Watched us1, RenderedMesh rendered, String token)
      throws IOException, InterruptedException {
    String key = Files.readString(Watched.file(us1.server(), "accounts.pem"));
    SignedToken signed = new SignedToken(token, key);
    us1.client(rendered, signed.issuedEarlier(0)).right("get", "namespaces");
    fails(us1.client(rendered, signed.issuedEarlier(24)), "a token that has run out", UNAUTHORIZED);
    fails(us1.client(rendered, "no-token"), "a token that no server issued", UNAUTHORIZED);
  }

  private void wrongDoors(Watched us1, ApiServer other, String token)
      throws IOException, InterruptedException {
    RenderedMesh otherCa = us1.rendered(Watched.URL, other);
    fails(us1.client(otherCa, token), "the CA of another cluster in `caFile`", UNKNOWN_CA);
    RenderedMesh otherName = us1.rendered("https://us1.k8s.example.com:6443", us1.server());
    fails(
        us1.client(otherName, token),
        "a name in `url` for which the server has no certificate",
        "x509: certificate is valid for");
    RenderedMesh otherServer = us1.rendered("https://192.0.2.10:6445", us1.server());
    fails(us1.client(otherServer, token), "the address of another cluster in `url`", UNKNOWN_CA);
    RenderedMesh both = us1.rendered(Watched.URL.replace("6443", "6444"), us1.server());
    fails(us1.client(both, token), "a port in `url` at which nobody listens", "connection refused");
  }

  /** What a topology can show is refused before anybody asks. */
  private void foreseen(TestMesh mesh) throws IOException {
    String own = "https://us1.k8s.example.com:6443";
    refused(mesh, own, "https://eu1.k8s.example.com:6443", "duplicate-api-server");
    refused(mesh, own, "https://127.0.0.1:6443", "api-server-not-reachable");
    refused(mesh, own, "http://us1.k8s.example.com:6443", "api-server-not-https");
    refused(mesh, "caFile: pki/us1.pem", "caFile: pki/none.pem", "file-not-found");
  }

  private void refused(TestMesh mesh, String old, String by, String rule) throws IOException {
    String text = TestMesh.example("multi-primary").text().replace(old, by);
    assertEquals(
        List.of(rule),
        mesh.render(text).diagnostics().stream().map(Diagnostic::rule).distinct().toList());
    says("`lint` of the topology with `" + by + "` in `us1`", "refused: " + rule);
  }

  private void fails(Kubectl client, String with, String why)
      throws IOException, InterruptedException {
    Tool.Run run = client.run("get", "namespaces");
    assertEquals(1, run.exit(), with);
    assertTrue(run.error().contains(why), () -> with + "\n" + run.error());
    says("list all namespaces, with " + with, why);
  }

  private static void forbidden(Tool.Run run) {
    assertEquals(1, run.exit(), run::out);
    assertTrue(run.error().contains(" is forbidden: User "), run::error);
  }

  private static String words(List<String> resources) {
    return "`" + String.join("`, `", resources) + "`";
  }

  private void says(String asked, String answer) {
    proven.add("| " + asked + " | " + answer + " |");
  }
}
