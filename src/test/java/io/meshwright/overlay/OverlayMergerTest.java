package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Outcome;
import io.meshwright.istio.IstioVersion;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.render.Renderer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.YamlReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayMergerTest {
  private static final String HEAD =
      "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n";

  private static final OverlayScope SCOPE =
      new OverlayScope(IstioVersion.of("1.30.3"), "eu1", "eu1", List.of("eu1", "us1"));

  private static final IstioOperator PRIMARY = primary(Map.of());

  private static IstioOperator primary(Map<String, String> variables) {
    return new IstioOperator(
        "eu1",
        "istio-system",
        true,
        "minimal",
        Optional.empty(),
        "1.30.3",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "shop",
        "eu1",
        Optional.of("eu"),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        variables,
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void addsWhatOnlyTheOverlayHasBehindWhatIsDecided() {
    Outcome<MergedOperator> outcome =
        merge(
            HEAD
                + "  values:\n    global:\n      proxy: {logLevel: debug}\n"
                + "    pilot: {replicaCount: 3, autoscaleEnabled: false}\n");

    assertEquals(
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        metadata:
          name: eu1
          namespace: istio-system
          annotations:
            config.kubernetes.io/local-config: "true"
        spec:
          profile: minimal
          tag: "1.30.3"
          values:
            global:
              istioNamespace: istio-system
              meshID: shop
              multiCluster:
                clusterName: eu1
              network: eu
              proxy:
                logLevel: debug
            pilot:
              replicaCount: 3
              autoscaleEnabled: false
        """,
        new Renderer().render(outcome.value().orElseThrow()));
  }

  @Test
  void letsALaterOverlayWinOverAnEarlierOneKeyByKey() {
    Outcome<MergedOperator> outcome =
        merge(
            HEAD + "  values: {pilot: {replicaCount: 1, cpu: {targetAverageUtilization: 60}}}\n",
            HEAD + "  values: {pilot: {replicaCount: 2}}\n");

    String text = new Renderer().render(outcome.value().orElseThrow());
    assertEquals(
        List.of("replicaCount: 2", "targetAverageUtilization: 60"),
        text.lines()
            .map(String::strip)
            .filter(line -> line.startsWith("replica") || line.startsWith("target"))
            .toList());
  }

  @Test
  void namesBothValuesOfAKeyThatTheTopologyDecides() {
    assertEquals(
        List.of(
            "overlay0.yaml:6:16: error: spec.values.global.network is \"us\" here, but the topology"
                + " makes it \"eu\" [overlay-clash]"),
        findings(HEAD + "  values:\n    global:\n      network: us\n"));
  }

  @Test
  void doesNotMindAKeyThatSaysTheSame() {
    assertEquals(
        List.of(), findings(HEAD + "  profile: minimal\n  values: {global: {network: eu}}\n"));
  }

  @Test
  void leavesTheRestOfTheGatewayApiToTheOverlay() {
    String alpha = "  values:\n    pilot:\n      env: {PILOT_ENABLE_ALPHA_GATEWAY_API: \"true\"}\n";
    assertEquals(List.of(), merge(HEAD + alpha).diagnostics());
  }

  @Test
  void refusesAnotherValueOfARenderedVariableWhereverItIsSet() {
    IstioOperator operator = primary(Map.of("SHARED_MESH_CONFIG", "shared-mesh-config"));
    String variable = "{name: SHARED_MESH_CONFIG, value: ours}";
    assertEquals(
        List.of(
            "overlay0.yaml:7:22: error: spec.components.pilot.k8s.env.SHARED_MESH_CONFIG is \"ours\""
                + " here, but the topology makes it \"shared-mesh-config\" [overlay-clash]"),
        merge(
                operator,
                HEAD + "  components:\n    pilot:\n      k8s:\n        env: [" + variable + "]\n")
            .diagnostics()
            .stream()
            .map(Object::toString)
            .toList());
  }

  @Test
  void refusesAKeyThatTheTopologyDecidesByLeavingItOut() {
    assertEquals(
        List.of(
            "overlay0.yaml:4:13: error: spec.revision is \"canary\" here, but only the topology"
                + " decides it [overlay-clash]",
            "overlay0.yaml:7:23: error: spec.values.global.externalIstiod is \"true\" here, but"
                + " only the topology decides it [overlay-clash]"),
        findings(
            HEAD + "  revision: canary\n  values:\n    global:\n      externalIstiod: true\n"));
  }

  @Test
  void refusesEveryOtherWayToSetWhatTheTopologyDecides() {
    assertEquals(
        List.of(
            "overlay0.yaml:5:22: error: spec.components.pilot.enabled is \"false\" here, but"
                + " only the topology decides it [overlay-clash]",
            "overlay0.yaml:5:48: error: spec.components.pilot.k8s.env.CLUSTER_ID is \"x\" here, but"
                + " the topology makes it \"eu1\" [overlay-clash]",
            "overlay0.yaml:7:23: error: spec.unvalidatedValues.global.network is \"us\" here, but"
                + " the topology makes it \"eu\" [overlay-clash]",
            "overlay0.yaml:8:25: error: spec.values.pilot.tag is \"1.2.3\" here, but the topology"
                + " makes it \"1.30.3\" [overlay-clash]"),
        findings(
            HEAD
                + "  components:\n"
                + "    pilot: {enabled: false, k8s: {env: [{name: CLUSTER_ID, value: x}]}}\n"
                + "  unvalidatedValues:\n"
                + "    global: {network: us, unknown: x}\n"
                + "  values: {pilot: {tag: 1.2.3}}\n"));
  }

  @Test
  void refusesTheNamesThatProtobufGivesToWhatTheTopologyDecides() {
    assertEquals(
        List.of(
            "overlay0.yaml:5:5: error: \"trust_domain\" in spec.meshConfig is another spelling of a key"
                + " [other-spelling]",
            "overlay0.yaml:6:5: error: \"default_config\" in spec.meshConfig is another spelling of a"
                + " key [other-spelling]"),
        findings(
            HEAD + "  meshConfig:\n    trust_domain: x\n    default_config: {mesh_id: other}\n"));
  }

  @Test
  void refusesFieldsThatNoIstioOperatorHas() {
    assertEquals(
        List.of(
            "overlay0.yaml:4:3: error: unknown field \"meshconfig\" in spec [unknown-field]",
            "overlay0.yaml:5:16: error: unknown field \"proxy\" in spec.components: known until Istio"
                + " 1.6, and not in 1.30.3 [unknown-field]",
            "overlay0.yaml:6:1: error: unknown field \"status\" in the IstioOperator: known until"
                + " Istio 1.23, and not in 1.30.3 [unknown-field]"),
        findings(HEAD + "  meshconfig: {}\n  components: {proxy: {}}\nstatus: {}\n"));
  }

  @Test
  void tellsOnceThatAFileIsOfAnotherKind() {
    assertEquals(1, findings("apiVersion: v1\nkind: Secret\n").size());
  }

  @Test
  void callsAMissingValueEmpty() {
    assertEquals(
        List.of(
            "overlay0.yaml:4:3: error: spec.values is empty here, but the topology makes it a"
                + " mapping [overlay-clash]"),
        findings(HEAD + "  values:\n"));
  }

  @Test
  void looksAtOverlaysOfAnOperatorThatWaits() {
    List<SourceTree> overlay =
        List.of(read("own.yaml", HEAD + "  profile: minimal\n  values: {global: {network: us}}\n"));
    assertEquals(
        List.of(
            "own.yaml:4:12: error: spec.profile is \"minimal\" here, but only the topology decides it"
                + " [overlay-clash]",
            "own.yaml:5:30: error: spec.values.global.network is \"us\" here, but only the topology"
                + " decides it [overlay-clash]"),
        OverlayMerger.check(SCOPE, overlay).stream().map(Object::toString).toList());
  }

  @Test
  void tellsOnceThatAScalarStandsWhereTheTopologyDecidesAMapping() {
    assertEquals(
        List.of(
            "overlay0.yaml:4:20: error: spec.values.global is a string, and Istio reads a mapping"
                + " [wrong-type]"),
        findings(HEAD + "  values: {global: x}\n"));
  }

  @Test
  void refusesAFileThatIsNoIstioOperator() {
    assertEquals(
        List.of(
            "overlay0.yaml:1:13: error: this file is named as an overlay, but its apiVersion is not"
                + " install.istio.io/v1alpha1 [overlay-not-an-istio-operator]"),
        findings("apiVersion: insall.istio.io/v1alpha1\nkind: IstioOperator\n"));
  }

  private static List<String> findings(String... overlays) {
    return merge(overlays).diagnostics().stream().map(Object::toString).toList();
  }

  private static Outcome<MergedOperator> merge(String... overlays) {
    return merge(PRIMARY, overlays);
  }

  private static Outcome<MergedOperator> merge(IstioOperator operator, String... overlays) {
    SourceTree[] trees = new SourceTree[overlays.length];
    Arrays.setAll(trees, i -> read("overlay" + i + ".yaml", overlays[i]));
    return OverlayMerger.merge(
        SCOPE, operator, read("decided.yaml", new Renderer().render(operator)), List.of(trees));
  }

  private static SourceTree read(String name, String text) {
    return new YamlReader().read(new SourceText(name, text)).value().orElseThrow();
  }
}
