package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologySchemaTest {
  private static final TopologySchema SCHEMA = TopologySchema.load();

  @Test
  void acceptsTheSmallestTopology() {
    assertEquals(List.of(), SCHEMA.check(TestTree.of(TestTree.MINIMAL)));
  }

  @Test
  void namesTheFieldThatWasMeantOnce() {
    refused(
        "  clusters:",
        "  clustrs:",
        "topology.yaml:10:3: error: unknown field \"clustrs\" in spec [unknown-field]",
        "did you mean \"clusters\"?");
  }

  @Test
  void saysWhereAFieldBelongs() {
    refused(
        "- name: alpha",
        "- name: alpha\n      podCidrs: []",
        "topology.yaml:12:7: error: unknown field \"podCidrs\" in cluster \"alpha\" [unknown-field]",
        "it belongs under spec.defaults.kubernetes");
  }

  @Test
  void saysThatANameHasNoDefault() {
    refused(
        "  clusters:",
        "  defaults: {role: remote}\n  clusters:",
        "topology.yaml:10:14: error: unknown field \"role\" in spec.defaults [unknown-field]",
        "it has no default: give it to each cluster");
  }

  @Test
  void namesAMissingFieldAtItsMapping() {
    refused(
        "    version: \"1.30.3\"",
        "    hub: docker.io/istio",
        "topology.yaml:6:3: error: spec.istio has no version [missing-field]",
        "add it, for example version: \"1.30.3\"");
  }

  @Test
  void asksToQuoteAVersionThatIsReadAsANumber() {
    refused(
        "\"1.30.3\"",
        "1.30",
        "topology.yaml:7:14: error: version: 1.30 is read as the number 1.3 [unquoted-version]",
        "write all three numbers in quotes, such as \"1.30.0\"");
    refused(
        "\"1.30.3\"",
        "1.5",
        "topology.yaml:7:14: error: version: 1.5 is read as a number [unquoted-version]",
        "write \"1.5.10\"; Meshwright renders Istio 1.5.1 to 1.5.10: one primary and its remotes,"
            + " through the ingress gateway");
  }

  @Test
  void asksToQuoteOtherStringsAsTheyWereTyped() {
    refused(
        "name: alpha",
        "name: 1.10",
        "topology.yaml:11:13: error: name: 1.10 is read as the number 1.1 [wrong-type]",
        "quote it: \"1.10\"");
    refused(
        "name: alpha",
        "name: true",
        "topology.yaml:11:13: error: name: true is read as a boolean [wrong-type]",
        "quote it: \"true\"");
    refused(
        "name: alpha",
        "name: null",
        "topology.yaml:11:13: error: name: null is read as no value at all [wrong-type]",
        "quote it: \"null\"");
  }

  @Test
  void saysWhichFormAReleaseHas() {
    refused(
        "1.30.3",
        "v1.30",
        "topology.yaml:7:14: error: version \"v1.30\" is not a release of Istio [invalid-value]",
        "write all three numbers in quotes, such as \"1.30.0\"");
    refused(
        "1.30.3",
        "1.05.1",
        "topology.yaml:7:14: error: version \"1.05.1\" is not a release of Istio [invalid-value]",
        "write \"1.5.1\"; Meshwright renders Istio 1.5.1 to 1.5.10: one primary and its remotes,"
            + " through the ingress gateway");
    refused(
        "1.30.3",
        "v1.7.8",
        "topology.yaml:7:14: error: version \"v1.7.8\" is not a release of Istio [invalid-value]",
        "write \"1.7.8\"; Meshwright renders Istio 1.7: one primary and its remotes, through the"
            + " ingress gateway");
    refused(
        "1.30.3",
        "latest",
        "topology.yaml:7:14: error: version \"latest\" is not a release of Istio [invalid-value]",
        "name one release, such as \"1.30.3\", so that the same file renders the same output"
            + " tomorrow");
  }

  @Test
  void showsHowAListsEntryIsWritten() {
    refused(
        "- name: net-a",
        "- net-a",
        "topology.yaml:9:7: error: an entry of networks must be a mapping, not the string \"net-a\""
            + " [wrong-type]",
        "write name: net-a");
  }

  @Test
  void namesTheNearestWord() {
    refused(
        "- name: alpha",
        "- name: alpha\n      eastWest: {exposure: nodeport}",
        "topology.yaml:12:28: error: exposure cannot be \"nodeport\" [unknown-value]",
        "did you mean \"nodePort\"? use one of loadBalancer, nodePort, hostPort, externalIP, none");
  }

  @Test
  void saysTheRangeOfANumber() {
    refused(
        "- name: alpha",
        "- name: alpha\n      eastWest: {port: 99999}",
        "topology.yaml:12:24: error: port 99999 is out of range [invalid-value]",
        "use 1 to 65535");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    refused(
        "- name: alpha",
        "- name: alpha\n      eastWest: {addresses: [192.0.2.1, 192.0.2.300]}",
        "topology.yaml:12:41: error: \"192.0.2.300\" in addresses is not an address [invalid-value]",
        "write an address: an IPv4 or IPv6 address, a DNS name, or pending while nobody knows it");
  }

  @Test
  void refusesAKeyThatKubernetesRefuses() {
    refused(
        "- name: alpha",
        "- name: alpha\n      eastWest: {service: {annotations: {\"a b\": x}}}",
        "topology.yaml:12:42: error: \"a b\" is not a key of Kubernetes [invalid-value]",
        "write a key of Kubernetes: at most 63 letters, digits, -, _ and ., perhaps after a DNS name"
            + " and a slash");
  }

  @Test
  void saysOnlyThatAnotherKindOfDocumentIsOne() {
    refused(
        TestTree.MINIMAL,
        "apiVersion: apps/v1\nkind: MeshTopology\nspec: {replicas: 3}\n",
        "topology.yaml:1:13: error: apiVersion \"apps/v1\" is not one that Meshwright reads"
            + " [wrong-document]",
        "write apiVersion: meshwright.io/v1");
  }

  @Test
  void saysOnceThatAFileIsNoTopology() {
    refused(
        TestTree.MINIMAL,
        "name: x\nservices: {}\n",
        "topology.yaml:1:1: error: this is no MeshTopology: it has neither apiVersion nor kind"
            + " [wrong-document]",
        "start it with apiVersion: meshwright.io/v1 and kind: MeshTopology");
  }

  @Test
  void refusesADocumentThatIsNoMapping() {
    refused(
        TestTree.MINIMAL,
        "- a\n",
        "topology.yaml:1:1: error: the topology must be a mapping, not a list [wrong-type]",
        "start from the fields apiVersion, kind, metadata, spec");
  }

  @Test
  void cutsAndEscapesWhatItQuotes() {
    Diagnostic line =
        only(TestTree.MINIMAL.replace("name: net-a", "name: \"a\\nb\\e[31m\\u202E\""));
    assertEquals("name \"a\\nb\\u001B[31m\\u202E\" is not a DNS label", line.message());
    Diagnostic field = only(TestTree.MINIMAL + "  " + "x".repeat(200) + ": 1\n");
    assertEquals("unknown field \"" + "x".repeat(24) + "…\" in spec", field.message());
  }

  @Test
  void reportsEveryMistakeInTheOrderOfPlaces() {
    String text =
        TestTree.MINIMAL
            .replace("name: shop", "name: Shop")
            .replace("net-a", "Net_A")
            .replace("1.30.3", "2.0.0");
    List<Integer> lines =
        SCHEMA.check(TestTree.of(text)).stream().map(d -> d.location().line()).toList();
    assertEquals(List.of(4, 7, 9), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A_B", "-x", "x-", "a.b", "net-a\\n", "生产", "a b", "../x"})
  void refusesANetworkThatIsNoLabel(String name) {
    assertEquals("invalid-value", only(TestTree.MINIMAL.replace("net-a", '"' + name + '"')).rule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A_B", "-x", "a.b", "../x", "生产", "https://x"})
  void leavesClusterNamesToTheirRule(String name) {
    String text = TestTree.MINIMAL.replace("alpha", '"' + name + '"');
    assertEquals(List.of(), SCHEMA.check(TestTree.of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "::1", "fd00::a:1", "gw.example.com", "pending", "localhost", "a.b-c"})
  void acceptsAddresses(String address) {
    assertEquals(List.of(), SCHEMA.check(TestTree.of(withAddress(address))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "010.0.0.1",
        "1.2.3.4.5",
        ":::",
        "1::2::3",
        "a..b",
        "a_b",
        "gw.",
        "https://gw",
        "10.0.0.1:443",
        "10.0.0.1\\n",
        "0x7f.1",
        "2130706433",
        "<IP>",
        "${IP}"
      })
  void refusesAddresses(String address) {
    assertEquals("invalid-value", only(withAddress(address)).rule());
  }

  private static String withAddress(String address) {
    return TestTree.MINIMAL + "      eastWest: {addresses: [\"" + address + "\"]}\n";
  }

  private static void refused(String old, String text, String finding, String help) {
    assertTrue(TestTree.MINIMAL.contains(old), old);
    Diagnostic diagnostic = only(TestTree.MINIMAL.replace(old, text));
    assertEquals(finding, diagnostic.toString());
    assertEquals(help, diagnostic.help());
    assertFalse(diagnostic.message().endsWith("."), diagnostic.message());
  }

  private static Diagnostic only(String text) {
    List<Diagnostic> findings = SCHEMA.check(TestTree.of(text));
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }
}
