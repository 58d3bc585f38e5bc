package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The layers of a cluster, each a set of objects whose rest kubectl deletes.
 *
 * @param kubectl kubectl, for the cluster's server
 */
record PrunedLayers(Kubectl kubectl) {
  private static final String SETS =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: layers.meshwright.io
        labels: {applyset.kubernetes.io/is-parent-type: "true"}
      spec:
        group: meshwright.io
        scope: Cluster
        names: {plural: layers, singular: layer, kind: Layer}
        versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
      """;

  /** By this name kubectl itself writes into a set. */
  private static final String OWNER = "--field-manager=kubectl-applyset";

  private static final String SET =
      """
      apiVersion: meshwright.io/v1
      kind: Layer
      metadata:
        name: %s
        labels:
          applyset.kubernetes.io/id: %s
        annotations:
          applyset.kubernetes.io/tooling: kubectl/v1
          applyset.kubernetes.io/contains-group-kinds: ""
      """;

  private static final String REST =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: no-%s, namespace: default}\n";

  private static final String END =
      "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"%s\"}}";

  /** Brings what a set of applied objects hangs on, so that kubectl can prune it. */
  void knowsSets() throws IOException, InterruptedException {
    Path file = Files.writeString(kubectl.kubeconfig().resolveSibling("sets.yaml"), SETS);
    kubectl.define(Definitions.of("kubectl's sets", file));
  }

  /** Applies a layer as a set of its own, and has kubectl delete what is no longer in it. */
  void becomes(Path layer) throws IOException, InterruptedException {
    becomes(layer, String.valueOf(layer.getFileName()));
  }

  private void becomes(Path layer, String set) throws IOException, InterruptedException {
    Path parent = kubectl.kubeconfig().resolveSibling(set + ".yaml");
    if (!Files.exists(parent)) {
      Files.writeString(parent, SET.formatted(set, id(set)));
      kubectl.right("apply", "--server-side", OWNER, "-f", parent.toString());
    }
    Tool.Run run =
        Tool.onPath("env")
            .orElseThrow()
            .run(
                "KUBECTL_APPLYSET=true",
                kubectl.program().file().toString(),
                "--kubeconfig=" + kubectl.kubeconfig(),
                "--cache-dir=" + kubectl.kubeconfig().resolveSibling("cache"),
                "apply",
                "--server-side",
                Kubectl.MANAGER,
                "-k",
                layer.toString(),
                "--prune",
                "--applyset=layers.meshwright.io/" + set);
    assertEquals("", kubectl.why(run), layer::toString);
    assertEquals(0, run.exit(), layer::toString);
  }

  /** Returns the name that Kubernetes makes of such an object's own. */
  private static String id(String set) {
    try {
      byte[] own = (set + "..Layer.meshwright.io").getBytes(UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(own);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return "applyset-" + text + "-v1";
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  /** Has kubectl delete all of a layer that is no longer in the tree: it takes no empty set. */
  void goes(String layer) throws IOException, InterruptedException {
    Path rest = Files.createTempDirectory(kubectl.kubeconfig().resolveSibling("."), "rest");
    Files.writeString(rest.resolve("kustomization.yaml"), "resources: [rest.yaml]\n");
    Files.writeString(rest.resolve("rest.yaml"), REST.formatted(layer));
    becomes(rest, layer);
  }

  /** Plays the controller that ends a namespace that was deleted. */
  void endNamespaces() throws IOException, InterruptedException {
    String ending = "--field-selector=status.phase=Terminating";
    for (String name :
        kubectl.right("get", "namespaces", ending, "--output=name").lines().toList()) {
      String namespace = name.substring(name.indexOf('/') + 1);
      Path end = Files.createTempFile(kubectl.kubeconfig().resolveSibling("."), "end", ".json");
      Files.writeString(end, END.formatted(namespace));
      String path = "/api/v1/namespaces/" + namespace + "/finalize";
      kubectl.right("replace", "--raw", path, "-f", end.toString());
    }
  }
}
