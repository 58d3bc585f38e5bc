package io.meshwright.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.TopologyReader;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.source.SourceText;
import io.meshwright.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationOrderTest {
  private static final String SHOP =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3", install: istioctl}
        networks: [{name: eu}, {name: us}]
        clusters:
          - {name: eu1, network: eu, eastWest: {addresses: [ADDRESS]}, apiServer: {url: "https://a"}}
          - {name: eu2, network: eu, apiServer: {url: "https://b"}}
          - {name: us1, network: us, role: remote, controlPlanes: [eu1], apiServer: {url: "https://c"}}
        secrets: {store: {name: vault}, publish: PUBLISH}
      """;

  @Test
  void remotesComeBetweenTheirPrimariesGatewaysAndTheirOwn() {
    assertEquals(
        List.of(
            "bootstrap [eu1, eu2, us1]",
            "control-plane/istio-operator.yaml [eu1, eu2]",
            "control-plane/eastwest-gateway.yaml [eu1, eu2]",
            "mesh [eu1, eu2]",
            "control-plane/istio-operator.yaml [us1]",
            "mesh [us1]",
            "peers [eu1, eu2]",
            "control-plane/eastwest-gateway.yaml [us1]"),
        order(mesh("10.0.0.1", true)));
  }

  @Test
  void aFileThatWaitsKeepsItsStep() {
    assertEquals(order(mesh("10.0.0.1", true)), order(mesh("pending", true)));
  }

  @Test
  void whatAUnitWaitsForIsInAnEarlierStep() {
    MeshFacts mesh = mesh("10.0.0.1", true);
    ApplicationOrder order = ApplicationOrder.of(mesh, plans(mesh));
    assertEquals(
        """
        eu1/bootstrap after []
        eu1/control-plane/istio-operator.yaml after [eu1/bootstrap]
        eu1/control-plane/eastwest-gateway.yaml after [eu1/control-plane/istio-operator.yaml]
        eu1/mesh after [eu1/control-plane/eastwest-gateway.yaml]
        eu1/peers after [eu1/mesh, eu2/bootstrap, us1/bootstrap]
        us1/bootstrap after []
        us1/control-plane/istio-operator.yaml after [eu1/mesh, us1/bootstrap]
        us1/mesh after [us1/control-plane/istio-operator.yaml]
        us1/control-plane/eastwest-gateway.yaml after [eu1/peers, us1/mesh]
        """,
        waits(mesh, order, "eu1") + waits(mesh, order, "us1"));
  }

  private static String waits(MeshFacts mesh, ApplicationOrder order, String cluster) {
    StringBuilder text = new StringBuilder();
    order
        .unitsOf(cluster)
        .forEach(
            (stage, unit) ->
                text.append(path(unit))
                    .append(" after ")
                    .append(
                        order.after(mesh.cluster(cluster).orElseThrow(), stage).stream()
                            .map(ApplicationOrderTest::path)
                            .toList())
                    .append('\n'));
    return text.toString();
  }

  private static String path(Unit unit) {
    return unit.cluster() + "/" + unit.path();
  }

  @Test
  void tokensAreAStepOnlyWhereNobodyPublishesThem() {
    assertEquals(5, steps(mesh("10.0.0.1", true)).size());
    List<String> unpublished = steps(mesh("10.0.0.1", false));
    assertEquals(6, unpublished.size());
    assertEquals(
        "Put the reader's token of each watched cluster into ClusterSecretStore vault at"
            + " shop/{cluster}/istio-reader (token), or set spec.secrets.publish, for eu1, eu2, us1",
        unpublished.get(1));
  }

  @Test
  void anOperatorInTheClusterFindsItsObjectsInALayerThatIsApplied() {
    String text =
        SHOP.replace("ADDRESS", "10.0.0.1")
            .replace("PUBLISH", "true")
            .replace("\"1.30.3\", install: istioctl", "\"1.14.6\", install: operator");
    assertEquals(
        List.of(
            "bootstrap [eu1, eu2, us1]",
            "control-plane [eu1, eu2]",
            "mesh [eu1, eu2]",
            "control-plane [us1]",
            "mesh [us1]",
            "peers [eu1, eu2]"),
        order(mesh(text)));
    assertEquals(
        List.of(
            "Install Istio's operator in every cluster with istioctl 1.14.6, before control-plane/:"
                + " istioctl operator init --tag 1.14.6 --watchedNamespaces istio-system"),
        steps(mesh(text)).stream().filter(step -> step.contains("istioctl")).toList());
  }

  @Test
  void definitionsOfTheGatewayApiAreInstalledWhereverThereIsAGateway() {
    String text =
        """
        spec:
          istio: {version: "1.28.10", revision: a, canary: {version: "1.30.3", revision: b}}
          mesh: {dataPlane: ambient}
          networks: [{name: eu}, {name: us}]
          clusters:
            - {name: eu1, network: eu, eastWest: {addresses: [10.0.0.1]}}
            - {name: eu2, network: eu, eastWest: {exposure: none}}
            - {name: eu3, network: eu, eastWest: {exposure: none}}
            - {name: us1, network: us, eastWest: {addresses: [10.0.0.2]}, apiServer: {reachableFrom: [eu1, eu3]}}
        """;
    assertEquals(
        List.of(
            "Install the definitions of the Kubernetes Gateway API (v1.5 or later, standard channel),"
                + " before mesh/, in eu1, eu2, us1"),
        steps(mesh(text)).stream().filter(step -> step.contains("Gateway API")).toList());
  }

  private static List<String> order(MeshFacts mesh) {
    return ApplicationOrder.of(mesh, plans(mesh)).steps().stream()
        .map(step -> step.path() + " " + step.clusters())
        .toList();
  }

  private static List<String> steps(MeshFacts mesh) {
    return ManualSteps.of(mesh, ApplicationOrder.of(mesh, plans(mesh)));
  }

  private static List<PlannedFiles> plans(MeshFacts mesh) {
    Planner planner = new Planner(StandardDocuments.all());
    return mesh.clusters().stream()
        .map(cluster -> PlannedFiles.of(planner.plan(mesh, cluster)))
        .toList();
  }

  private static MeshFacts mesh(String address, boolean publish) {
    return mesh(SHOP.replace("ADDRESS", address).replace("PUBLISH", Boolean.toString(publish)));
  }

  private static MeshFacts mesh(String text) {
    return MeshFacts.of(
        TopologyReader.read(
            new YamlReader().read(new SourceText("shop.yaml", text)).value().orElseThrow()),
        new LocalFiles(Map.of("eu1", "PEM\n", "eu2", "PEM\n", "us1", "PEM\n"), Map.of()));
  }
}
