package io.meshwright.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Location;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An istioctl that is missing, wrong or broken is a finding; one that works is believed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ExpanderTest {
  private static final String VERSION = "1.30.3";
  private static final Limits SHORT = new Limits(Duration.ofMillis(300), 100_000);
  private static final Limits LONG = new Limits(Duration.ofMinutes(1), 100_000);

  /** A name that no secret scanner may overlook. */
  private static final String KEY =
      "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END " + "RSA PRIVATE KEY-----";

  private Path temp;

  @BeforeEach
  void use(@TempDir Path folder) throws IOException {
    temp = folder.toRealPath();
  }

  @Test
  void eachObjectIsAsItWasPrinted() throws IOException {
    fake(VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED));
    try (Expander expander = expander(named(), LONG)) {
      Expansion expansion = expand(expander).value().orElseThrow();
      assertEquals(
          Map.of(
              "definitions/customresourcedefinition.gateways.networking.istio.io.yaml",
              """
              apiVersion: apiextensions.k8s.io/v1
              kind: CustomResourceDefinition
              metadata:
                name: gateways.networking.istio.io
              """,
              "objects/serviceaccount.istio-system.istiod.yaml",
              """
              apiVersion: v1
              kind: ServiceAccount
              metadata:
                name: istiod
                namespace: istio-system

              """),
          expansion.texts());
      assertEquals(List.of("definitions", "objects"), expansion.folders());
      assertEquals(List.of("serviceaccount.istio-system.istiod.yaml"), expansion.files("objects"));
      assertEquals(VERSION, expansion.version());
    }
  }

  @Test
  void itIsRunWithoutAClusterAndWithNothingOfTheUsers() throws IOException {
    fake(
        VERSION,
        "echo \"# $*\"; env | sed 's/=.*//;s/^/# env /'; cat \"$4\" >&2; read -r line && exit 7\n"
            + "[ \"$(pwd)\" = \"$HOME\" ] || exit 9\n"
            + FakeIstioctl.prints(FakeIstioctl.PRINTED));
    try (Expander expander = expander(named(), LONG)) {
      Outcome<Expansion> outcome = expand(expander);
      List<String> lines = Files.readAllLines(outcome.value().orElseThrow().printed());
      assertEquals("# manifest generate -f istio-operator.yaml", lines.get(0));
      Set<String> variables = new TreeSet<>();
      lines.stream()
          .filter(line -> line.startsWith("# env "))
          .forEach(line -> variables.add(line.substring(6)));
      // what a shell sets itself
      variables.removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_"));
      assertEquals(Set.of("HOME", "TMPDIR", "PATH", "LC_ALL"), variables);
      assertEquals(
          List.of("istioctl-warned"),
          outcome.diagnostics().stream().map(Diagnostic::rule).toList());
      assertTrue(outcome.diagnostics().get(0).message().endsWith("says: kind: IstioOperator"));
    }
  }

  @Test
  void whatItPrintedGoesInTheEnd() throws IOException {
    fake(VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED));
    Path printed;
    try (Expander expander = expander(named(), LONG)) {
      printed = expand(expander).value().orElseThrow().printed();
      assertTrue(Files.exists(printed));
    }
    assertFalse(Files.exists(printed.resolveSibling("..").normalize()));
  }

  @Test
  void aFolderHoldsOneForEachVersion() throws IOException {
    FakeIstioctl.write(
        temp.resolve("all/1.30.3/istioctl"), VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED));
    Search all = new Search(Optional.of(temp.resolve("all")), "", List.of());
    try (Expander expander = expander(all, LONG)) {
      assertTrue(expand(expander).value().isPresent());
      IstioVersion other = IstioVersion.of("1.29.6");
      assertEquals(
          "istioctl 1.29.6 is needed, and there is no file " + temp + "/all/1.29.6/istioctl",
          expander.expand(input(other)).diagnostics().get(0).message());
    }
  }

  @Test
  void whereItIsNotFoundIsSaid() throws IOException {
    says(
        "topology.yaml:8:14: error: istioctl 1.30.3 is needed, and there is no istioctl on the PATH"
            + " [istioctl-not-found]",
        new Search(Optional.empty(), temp.toString(), List.of()));
    says(
        "topology.yaml:8:14: error: istioctl 1.30.3 is needed, and there is no file "
            + temp
            + "/none [istioctl-not-found]",
        new Search(Optional.of(temp.resolve("none")), "", List.of()));
  }

  @Test
  void thePathsOwnFoldersAreAbsolute() throws IOException {
    Path program = fake(VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED));
    String here = Path.of("").toAbsolutePath().relativize(program.resolveSibling("")) + "";
    String relative = String.join(File.pathSeparator, "", ".", here);
    assertEquals(
        Optional.empty(),
        new Search(Optional.empty(), relative, List.of()).place(IstioVersion.of(VERSION)));
    String absolute = relative + File.pathSeparator + program.resolveSibling("");
    assertEquals(
        Optional.of(program),
        new Search(Optional.empty(), absolute, List.of()).place(IstioVersion.of(VERSION)));
  }

  @Test
  void aProgramThatOthersMayHaveWrittenIsNotRun() throws IOException {
    Path run = temp.resolve("was-run");
    Path program = FakeIstioctl.write(temp.resolve("mesh/tools/istioctl"), VERSION, "touch " + run);
    Path link = Files.createSymbolicLink(temp.resolve("istioctl"), program);
    Path folder = Files.createSymbolicLink(temp.resolve("linked"), temp.resolve("mesh"));
    for (Path named : List.of(program, link, folder.resolve("tools/istioctl"))) {
      for (Path strange : List.of(temp.resolve("mesh"), folder)) {
        says(
            "topology.yaml:8:14: error: "
                + named
                + " lies in "
                + strange
                + ", which others may write into by a pull request: it is not run"
                + " [istioctl-of-a-stranger]",
            new Search(Optional.of(named), "", List.of(strange)));
      }
    }
    assertFalse(Files.exists(run));
    // nor one that lies outside, by a link that anybody can turn
    Path outside = fake(VERSION, "touch " + run);
    Path inside = Files.createSymbolicLink(temp.resolve("mesh/istioctl"), outside);
    assertEquals(
        "istioctl-of-a-stranger",
        rule(new Search(Optional.of(inside), "", List.of(temp.resolve("mesh")))));
    assertFalse(Files.exists(run));
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    Path program = fake("1.30.2", FakeIstioctl.prints(FakeIstioctl.PRINTED));
    says(
        "topology.yaml:8:14: error: istioctl 1.30.3 is needed, and "
            + program
            + " is of 1.30.2 [other-istioctl]",
        named());
    fake("unknown", FakeIstioctl.prints(FakeIstioctl.PRINTED));
    says(
        "topology.yaml:8:14: error: istioctl 1.30.3 is needed, and \""
            + program
            + " version\" prints no version [other-istioctl]",
        named());
  }

  @Test
  void theVersionsWordsOfOlderReleasesAreKnown() throws IOException {
    Path program = fake(VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED));
    Files.writeString(program, Files.readString(program).replace("client version: ", ""));
    try (Expander expander = expander(named(), LONG)) {
      assertTrue(expand(expander).value().isPresent());
    }
  }

  @Test
  void howItFailedIsSaidWithoutSecrets() throws IOException {
    Path program =
        fake(
            VERSION,
            "echo apiVersion: v1; echo one >&2; cat >&2 <<'E'\n"
                + KEY
                + "\nE\necho two >&2; echo \"cannot read $4\" >&2; exit 3");
    says(
        failed(
                program,
                "ends with exit code 3: [secret]-----END RSA PRIVATE KEY----- | two | cannot read istio-operator.yaml")
            .replace(
                "[secret]-----END RSA PRIVATE KEY-----", "[secret]" + KEY.lines().toList().get(2)),
        named());
  }

  @Test
  void oneThatDiesHalfWayIsNotBelieved() throws IOException {
    Path program = fake(VERSION, FakeIstioctl.prints(FakeIstioctl.PRINTED) + "\nkill -9 $$");
    says(failed(program, "ends with exit code 137"), named());
    fake(VERSION, "printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: c'");
    says(unusable("stops in the middle of a line: its output is not whole"), named());
  }

  @Test
  void oneThatHangsIsEndedWithAllThatItStarted() throws IOException {
    Path children = temp.resolve("child");
    Path program = fake(VERSION, "sleep 600 & echo $! > " + children + "; wait");
    try (Expander expander = expander(named(), SHORT)) {
      assertEquals(
          failed(program, "does not end within 0.3 s"),
          expand(expander).diagnostics().get(0).toString());
    }
    long child = Long.parseLong(Files.readString(children).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  void oneThatNeverStopsPrintingIsEnded() throws IOException {
    Path program = fake(VERSION, "yes 'a: b'");
    says(failed(program, "prints more than 100000 bytes"), named());
    fake(VERSION, "yes complaint >&2");
    assertEquals("istioctl-failed", rule(named()));
  }

  @Test
  void oneThatIsNoProgramIsNotStarted() throws IOException {
    Path program = temp.resolve("bin/istioctl");
    Files.createDirectories(program.resolveSibling("."));
    Files.writeString(program, "not a program");
    says(
        "topology.yaml:8:14: error: istioctl 1.30.3 is needed, and \""
            + program
            + " version\" cannot be started: Permission denied [other-istioctl]",
        named());
  }

  @Test
  void whatIsNoObjectIsNotBelieved() throws IOException {
    printed("", "prints no object");
    printed("---\n---\n# nothing\n", "prints no object");
    printed("✔ Istio core installed\n", "prints an object of no kind, at line 1 of its output");
    printed("a: b\n---\n}\n", "prints an object of no kind, at line 1 of its output");
    printed("---\n{\n", "prints what is no YAML, at line 2 of its output");
    printed("kind: A\nkind: B\n", "prints what is no YAML, at line 2 of its output");
    printed("--- {kind: A}\n--- {kind: B}\n", "prints what is no YAML, at line 2 of its output");
    printed(
        object("v1", "ConfigMap", "").replace("name: ", "generateName: x"),
        "prints a ConfigMap without a name, at line 1 of its output");
    printed(
        "kind: ConfigMap\nmetadata: {name: a}\n",
        "prints an object of no kind, at line 1 of its output");
    printed(
        object("v1", "List", "").replace("metadata:\n  name: ", "items: []"),
        "prints a List without a name, at line 1 of its output");
    printed(
        object("v1", "ConfigMap", "a") + "---\n" + object("v1", "ConfigMap", "a"),
        "prints ConfigMap a twice");
    printed(
        object("a/v1", "Gateway", "a") + "---\n" + object("b/v1", "Gateway", "a"),
        "prints Gateway a twice");
    for (String name : List.of("../a", "a/b", "A", "a:b", "a b", "ü", "a".repeat(250))) {
      printed(
          object("v1", "ConfigMap", "\"" + name + "\""),
          "prints ConfigMap " + name + ", whose name cannot be that of a file");
    }
  }

  @Test
  void bytesThatAreNoTextAreNotBelieved() throws IOException {
    fake(VERSION, "printf 'kind: \\377\\n'");
    says(unusable("prints what is not UTF-8"), named());
  }

  @Test
  void secretsAreRefused() throws IOException {
    fake(VERSION, FakeIstioctl.prints(object("v1", "Secret", "a")));
    assertEquals("secret-in-output", rule(named()));
    fake(
        VERSION,
        FakeIstioctl.prints(object("v1", "ConfigMap", "a") + "data:\n  key: |\n" + KEY.indent(4)));
    assertEquals("secret-in-output", rule(named()));
  }

  @Test
  void aSeparatorInAValueIsNone() throws IOException {
    String text = object("v1", "ConfigMap", "a") + "data:\n  b: |+\n    ---\n    c\n\n";
    fake(VERSION, FakeIstioctl.prints(text + "---   \n\n" + object("v1", "ConfigMap", "b")));
    try (Expander expander = expander(named(), LONG)) {
      Expansion expansion = expand(expander).value().orElseThrow();
      assertEquals(
          List.of(text, object("v1", "ConfigMap", "b")), List.copyOf(expansion.texts().values()));
    }
  }

  private static String object(String apiVersion, String kind, String name) {
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n";
  }

  private Path fake(String version, String script) throws IOException {
    return FakeIstioctl.write(temp.resolve("bin/istioctl"), version, script);
  }

  private Search named() {
    return new Search(Optional.of(temp.resolve("bin/istioctl")), "", List.of());
  }

  private static Expander expander(Search search, Limits limits) throws IOException {
    return Expander.of(search, limits);
  }

  private static InstallerInput input(IstioVersion version) {
    return new InstallerInput(
        "istio-operator.yaml",
        "kind: IstioOperator\n",
        version,
        new Location("topology.yaml", 8, 14, 8),
        Location.startOf("output/mesh/eu1/control-plane/istio-operator.yaml"));
  }

  private static Outcome<Expansion> expand(Expander expander) throws IOException {
    return expander.expand(input(IstioVersion.of(VERSION)));
  }

  private void printed(String text, String message) throws IOException {
    fake(VERSION, FakeIstioctl.prints(text));
    try (Expander expander = expander(named(), LONG)) {
      Outcome<Expansion> outcome = expand(expander);
      assertEquals(unusable(message), outcome.diagnostics().get(0).toString());
      assertEquals(Optional.empty(), outcome.value());
    }
  }

  private static String failed(Path program, String how) {
    return "output/mesh/eu1/control-plane/istio-operator.yaml:1:1: error: "
        + program
        + " "
        + how
        + " [istioctl-failed]";
  }

  private static String unusable(String how) {
    return "output/mesh/eu1/control-plane/istio-operator.yaml:1:1: error: istioctl 1.30.3 "
        + how
        + " [unusable-expansion]";
  }

  private static void says(String finding, Search search) throws IOException {
    try (Expander expander = expander(search, LONG)) {
      assertEquals(
          List.of(finding), expand(expander).diagnostics().stream().map(String::valueOf).toList());
    }
  }

  private static String rule(Search search) throws IOException {
    try (Expander expander = expander(search, LONG)) {
      return expand(expander).diagnostics().get(0).rule();
    }
  }
}
