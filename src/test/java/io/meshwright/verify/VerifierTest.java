package io.meshwright.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.schema.DocumentSchemas;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final String SECRET = "s3cret";

  record File(Layer layer, String fileName, Identity identity) implements Manifest {
    @Override
    public String template() {
      return fileName + ".ftl";
    }
  }

  private final AtomicInteger parses = new AtomicInteger();
  private final Verifier verifier =
      new Verifier(this::parse, new DocumentSchemas(), text -> text.contains(SECRET));

  private Outcome<SourceTree> parse(SourceText text) {
    parses.incrementAndGet();
    return new YamlReader().read(text);
  }

  private static final String GATEWAY =
      """
      # generated
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: istiod-gateway
        namespace: istio-system
      spec:
        selector:
          istio: eastwestgateway
        servers:
          - port:
              number: 15012
              name: tls-istiod
              protocol: TLS
            tls:
              mode: PASSTHROUGH
            hosts:
              - "*"
      """;

  private static final String KUSTOMIZATION =
      """
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources:
        - istiod-gateway.yaml
      """;

  private static final String REMOTE_SECRET =
      """
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata:
        name: istio-remote-secret-us1
        namespace: istio-system
      spec:
        refreshInterval: 1h
        secretStoreRef:
          kind: ClusterSecretStore
          name: vault
        target:
          name: istio-remote-secret-us1
          template:
            metadata:
              labels:
                istio/multiCluster: "true"
            data:
              us1: |
                apiVersion: v1
                clusters:
                - cluster:
                    server: https://us1.example.com
                  name: us1
                contexts:
                - context:
                    cluster: us1
                    user: us1
                  name: us1
                current-context: us1
                kind: Config
                users:
                - name: us1
                  user:
                    token: "{{ .token }}"
        data:
          - secretKey: token
            remoteRef:
              key: mesh/us1
              property: token
      """;

  private static RenderedFile gateway(String text) {
    return RenderedFile.of(
        new File(
            Layer.MESH,
            "istiod-gateway.yaml",
            Identity.of("networking.istio.io/v1", "Gateway", "istio-system", "istiod-gateway")),
        text);
  }

  private static RenderedFile kustomization(Layer layer, String text) {
    return RenderedFile.of(
        new File(
            layer,
            "kustomization.yaml",
            new Identity(
                "kustomize.config.k8s.io/v1beta1",
                "Kustomization",
                Optional.empty(),
                Optional.empty())),
        text);
  }

  private static RenderedFile remoteSecret(String text) {
    return RenderedFile.of(
        new File(
            Layer.CONTROL_PLANE,
            "istio-remote-secret-us1.yaml",
            Identity.of(
                "external-secrets.io/v1",
                "ExternalSecret",
                "istio-system",
                "istio-remote-secret-us1")),
        text);
  }

  private List<String> found(RenderedFile... files) {
    return verifier.check("output/m/eu1", List.of(files), Set.of()).stream()
        .map(Diagnostic::toString)
        .toList();
  }

  private List<String> foundIn(String gateway) {
    return found(gateway(gateway), kustomization(Layer.MESH, KUSTOMIZATION));
  }

  @Test
  void goodFilesPass() {
    assertEquals(List.of(), foundIn(GATEWAY));
    assertEquals(List.of(), found(remoteSecret(REMOTE_SECRET)));
  }

  @Test
  void eachShapeIsParsedAndJudgedOnce() {
    for (String name : List.of("eu1", "us1", "010", "a: b")) {
      String text = GATEWAY.replace("istio: eastwestgateway", "\"" + name + "\": \"" + name + "\"");
      assertEquals(List.of(), foundIn(text));
    }
    assertEquals(2, parses.get());
  }

  @Test
  void aBadShapeIsReportedEveryTime() {
    String bad = GATEWAY.replace("selector:", "selectr:");
    List<String> first = foundIn(bad);
    assertEquals(first, foundIn(bad));
    assertEquals(2, first.size(), first::toString);
    assertTrue(
        first.get(0).startsWith("output/m/eu1/mesh/istiod-gateway.yaml:1:1: error: spec: "),
        first::toString);
    assertTrue(first.get(0).endsWith("[self-check-shape]"), first::toString);
  }

  @Test
  void wrongTypesAndEmptyValuesAreFound() {
    for (String bad :
        List.of(
            GATEWAY.replace("15012", "\"15012\""),
            GATEWAY.replace("\"*\"", "15012"),
            GATEWAY.replace("name: tls-istiod", "name: \"\""),
            GATEWAY.replace("hosts:\n        - \"*\"", "hosts: []"),
            GATEWAY.replace("\n    istio: eastwestgateway", "\n    istio: true"))) {
      List<String> found = foundIn(bad);
      assertTrue(found.size() == 1 && found.get(0).contains("[self-check-shape]"), bad + found);
    }
  }

  @Test
  void anUnknownKindIsFound() {
    RenderedFile unknown =
        RenderedFile.of(
            new File(Layer.CONTROL_PLANE, "a.yaml", Identity.of("v1", "Pod", "a", "b")),
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n  namespace: a\n");
    assertEquals(
        List.of(
            "output/m/eu1/control-plane/a.yaml:1:1: error: there is no schema of pod"
                + " [self-check-shape]"),
        found(unknown));
  }

  @Test
  void aFileMergedWithAnOverlayMayHoldMore() {
    RenderedFile file = gateway(GATEWAY.replace("selector:", "more: 1\n  selector:"));
    assertEquals(
        List.of(),
        found(
            RenderedFile.merged(file.manifest(), file.text()),
            kustomization(Layer.MESH, KUSTOMIZATION)));
  }

  @Test
  void anotherIdentityThanMeantIsFound() {
    assertEquals(
        List.of(
            "output/m/eu1/mesh/istiod-gateway.yaml:1:1: error: the file says"
                + " networking.istio.io/v1 Gateway \"other\" in namespace \"istio-system\", but"
                + " networking.istio.io/v1 Gateway \"istiod-gateway\" in namespace"
                + " \"istio-system\" was meant [self-check-identity]"),
        foundIn(GATEWAY.replace("name: istiod-gateway", "name: other")));
  }

  @Test
  void whatIsNoPlainYamlIsFound() {
    for (String bad :
        List.of(
            GATEWAY + "---\na: 1\n",
            GATEWAY + "kind: Gateway\n",
            GATEWAY.replace("number: ", "number: &a "),
            GATEWAY.replace("number: ", "number: !!int "),
            GATEWAY.replace("15012", "[15012"))) {
      List<String> found = foundIn(bad);
      assertTrue(found.toString().contains("[self-check-yaml]"), () -> bad + found);
    }
  }

  @Test
  void aSecretIsFoundAndNotRepeated() {
    List<String> found = foundIn(GATEWAY.replace("PASSTHROUGH", SECRET));
    assertEquals(
        List.of(
            "output/m/eu1/mesh/istiod-gateway.yaml:1:1: error: this file would hold a secret in"
                + " clear [secret-in-output]"),
        found);
  }

  @Test
  void aSecretWithDataIsFound() {
    String token =
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: b
          namespace: a
        type: kubernetes.io/service-account-token
        """;
    File meant = new File(Layer.CONTROL_PLANE, "a.yaml", Identity.of("v1", "Secret", "a", "b"));
    assertEquals(List.of(), found(RenderedFile.of(meant, token)));
    for (String bad :
        List.of(
            token + "data:\n  a: b\n",
            token + "stringData:\n  a: b\n",
            token.replace("kubernetes.io/service-account-token", "Opaque"))) {
      List<String> found = found(RenderedFile.merged(meant, bad));
      assertTrue(found.toString().contains("[self-check-clear-secret]"), () -> bad + found);
    }
  }

  @Test
  void aPendingAddressIsFound() {
    String pending = REMOTE_SECRET.replace("https://us1.example.com", "pending");
    assertEquals(List.of(), found(remoteSecret(REMOTE_SECRET.replace("vault", "pending"))));
    List<String> found = found(remoteSecret(pending));
    assertTrue(found.toString().contains("server is still pending"), found::toString);
  }

  @Test
  void aNestedDocumentIsCheckedToo() {
    List<String> found = found(remoteSecret(REMOTE_SECRET.replace("current-context", "context")));
    assertTrue(found.toString().contains("[self-check-shape]"), found::toString);
  }

  @Test
  void theSettingsInAConfigMapAreCheckedToo() {
    String map =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: istio
          namespace: a
        data:
          mesh: |
            trustDomain: cluster.local
          meshNetworks: |
            networks:
              eu:
                gateways:
                  - address: "192.0.2.1"
        """;
    File meant =
        new File(Layer.CONTROL_PLANE, "a.yaml", Identity.of("v1", "ConfigMap", "a", "istio"));
    assertEquals(List.of(), found(RenderedFile.of(meant, map)));
    List<String> pending = found(RenderedFile.of(meant, map.replace("\"192.0.2.1\"", "pending")));
    assertTrue(pending.toString().contains("address is still pending"), pending::toString);
    List<String> twice =
        found(RenderedFile.of(meant, map.replace("networks:\n", "networks: {}\n    networks:\n")));
    assertTrue(twice.toString().contains("[self-check-yaml]"), twice::toString);
  }

  @Test
  void whatAMeshHasOnceIsTheSameInAllClusters() {
    String operator =
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        metadata:
          name: NAME
          namespace: istio-system
          annotations:
            config.kubernetes.io/local-config: "true"
        spec:
          profile: minimal
          tag: "1.30.3"
          meshConfig:
            trustDomain: one.example.com
          values:
            global:
              istioNamespace: istio-system
              meshID: shop
              multiCluster:
                clusterName: NAME
              network: eu
        """;
    assertEquals(List.of(), checked("eu1", operator));
    assertEquals(List.of(), checked("us1", operator));
    assertEquals(List.of(), verifier.checkTogether());
    assertEquals(List.of(), checked("us2", operator.replace("one.example", "two.example")));
    assertEquals(
        List.of(
            "us2/control-plane/istio-operator.yaml:1:1: error: spec.meshConfig.trustDomain differs"
                + " from that of eu1 [self-check-unequal]"),
        verifier.checkTogether().stream().map(Diagnostic::toString).toList());
  }

  private List<Diagnostic> checked(String cluster, String operator) {
    File meant =
        new File(
            Layer.CONTROL_PLANE,
            "istio-operator.yaml",
            Identity.of("install.istio.io/v1alpha1", "IstioOperator", "istio-system", cluster));
    return verifier.check(
        cluster, List.of(RenderedFile.of(meant, operator.replace("NAME", cluster))), Set.of());
  }

  @Test
  void oneObjectInTwoFilesIsFound() {
    RenderedFile second =
        RenderedFile.of(
            new File(Layer.MESH, "second.yaml", gateway(GATEWAY).manifest().identity()), GATEWAY);
    List<String> found =
        found(
            gateway(GATEWAY),
            second,
            kustomization(Layer.MESH, KUSTOMIZATION + "  - second.yaml\n"));
    assertTrue(found.toString().contains("second.yaml:1:1: error: another file"), found::toString);
  }

  @Test
  void twoFilesOfOnePathAreFound() {
    List<String> found =
        found(gateway(GATEWAY), gateway(GATEWAY), kustomization(Layer.MESH, KUSTOMIZATION));
    assertTrue(found.toString().contains("two documents would be"), found::toString);
  }

  @Test
  void aKustomizationListsExactlyItsLayer() {
    assertTrue(found(gateway(GATEWAY)).toString().contains("has no kustomization"));
    String other = KUSTOMIZATION.replace("istiod-gateway", "other");
    assertEquals(
        List.of(
            "output/m/eu1/mesh/kustomization.yaml:1:1: error: istiod-gateway.yaml is not listed"
                + " [self-check-kustomization]",
            "output/m/eu1/mesh/kustomization.yaml:1:1: error: other.yaml is listed, but not"
                + " rendered [self-check-kustomization]"),
        found(gateway(GATEWAY), kustomization(Layer.MESH, other)));
  }

  @Test
  void aKustomizationMayListAFileThatWaits() {
    RenderedFile list = kustomization(Layer.MESH, KUSTOMIZATION + "  - waiting.yaml\n");
    assertEquals(
        List.of(),
        verifier.check("eu1", List.of(gateway(GATEWAY), list), Set.of("mesh/waiting.yaml")));
  }

  @Test
  void noKustomizationListsAFileForIstioctl() {
    RenderedFile operator =
        RenderedFile.merged(
            new File(
                Layer.CONTROL_PLANE,
                "istio-operator.yaml",
                Identity.of("install.istio.io/v1alpha1", "IstioOperator", "a", "b")),
            """
            apiVersion: install.istio.io/v1alpha1
            kind: IstioOperator
            metadata:
              name: b
              namespace: a
              annotations:
                config.kubernetes.io/local-config: "true"
            """);
    RenderedFile list =
        kustomization(
            Layer.CONTROL_PLANE, KUSTOMIZATION.replace("istiod-gateway", "istio-operator"));
    List<String> found = found(operator, list);
    assertTrue(found.toString().contains("is a file for istioctl"), found::toString);
  }
}
