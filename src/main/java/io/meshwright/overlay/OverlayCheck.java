package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks one overlay: its keys, and how they agree with what the topology decides. */
final class OverlayCheck {
  private static final String API_VERSION = "install.istio.io/v1alpha1";
  private static final String KIND = "IstioOperator";
  private static final Pointer GATEWAYS = new Pointer("/spec/components/ingressGateways");
  private static final String CLUSTER_NAME_DIFFERS = "cluster-name-differs";

  private final SourceTree overlay;
  private final OverlayScope scope;
  private final Optional<JsonNode> decided;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Pointer> told = new HashSet<>();

  private OverlayCheck(SourceTree overlay, OverlayScope scope, Optional<JsonNode> decided) {
    this.overlay = overlay;
    this.scope = scope;
    this.decided = decided;
  }

  /**
   * Returns what is wrong with {@code overlay}.
   *
   * @param scope what it must fit
   * @param decided the operator without it; empty while the operator waits for a value
   */
  static List<Diagnostic> of(SourceTree overlay, OverlayScope scope, Optional<JsonNode> decided) {
    OverlayCheck check = new OverlayCheck(overlay, scope, decided);
    // one finding is enough: a file of another kind has another apiVersion, too
    if (check.says("apiVersion", API_VERSION) && check.says("kind", KIND)) {
      check.tell(OverlayKeys.check(overlay, scope.version()));
      if (check.takesNetworks()) {
        check.tell(Registries.check(overlay, scope.registries()));
      }
      check.compare(overlay.root(), Pointer.ROOT);
      check.compareVariables();
    }
    return check.found;
  }

  /** Where the operator lists no networks, all that an overlay lists is one finding. */
  private boolean takesNetworks() {
    return decided.isEmpty() || decidedAt(Registries.MESH_NETWORKS).isPresent();
  }

  private void tell(Map<Pointer, Diagnostic> findings) {
    for (Map.Entry<Pointer, Diagnostic> finding : findings.entrySet()) {
      // a key that is not read at all needs no second finding about its value
      if (told.add(finding.getKey())) {
        found.add(finding.getValue());
      }
    }
  }

  private boolean says(String key, String wanted) {
    JsonNode value = overlay.root().get(key);
    if (value != null && value.isString() && value.asString().equals(wanted)) {
      return true;
    }
    found.add(
        Diagnostic.error(
            OverlayMerger.NOT_AN_OPERATOR,
            overlay.places().value(Pointer.ROOT.child(key)),
            "this file is named as an overlay, but its " + key + " is not " + wanted,
            "begin it with apiVersion: " + API_VERSION + " and kind: " + KIND));
    return false;
  }

  private void compare(JsonNode mine, Pointer at) {
    if (told.contains(at)) {
      return;
    }
    Optional<JsonNode> theirs = decidedAt(at);
    String owner = decidedBy(at);
    boolean owned = !owner.isEmpty();
    if (mine.isObject() && theirs.map(JsonNode::isObject).orElse(!owned)) {
      for (Map.Entry<String, JsonNode> entry : mine.properties()) {
        compare(entry.getValue(), at.child(entry.getKey()));
      }
    } else if (hasListOfSameLength(theirs, mine) && isInMeshNetworks(at)) {
      for (int i = 0; i < mine.size(); i++) {
        compare(mine.get(i), at.child(i));
      }
    } else if (theirs.map(node -> !node.equals(mine)).orElse(owned)) {
      found.add(clash(Trees.path(at), mine, theirs, at, owner));
    }
  }

  /** What in the topology decides a key, also for the gateway that this operator installs. */
  private String decidedBy(Pointer at) {
    boolean gateway = decided.map(root -> root.at(GATEWAYS.value()).isArray()).orElse(false);
    return gateway && (at.equals(GATEWAYS) || DecidedKeys.isAboutIngressGateway(at))
        ? "eastWest"
        : DecidedKeys.decidedBy(at);
  }

  private static boolean hasListOfSameLength(Optional<JsonNode> theirs, JsonNode mine) {
    return mine.isArray()
        && theirs.map(node -> node.isArray() && node.size() == mine.size()).orElse(false);
  }

  private static boolean isInMeshNetworks(Pointer at) {
    return at.value().startsWith(Registries.MESH_NETWORKS.value() + "/");
  }

  /** The operator's own way to set what spec.values.pilot.env sets, too: the chart writes both. */
  private void compareVariables() {
    Pointer at = new Pointer("/spec/components/pilot/k8s/env");
    JsonNode variables = overlay.root().at(at.value());
    for (int i = 0; i < variables.size(); i++) {
      String name = variables.get(i).path("name").asString("");
      JsonNode mine = variables.get(i).path("value");
      Pointer variable = DecidedKeys.variable(name);
      String decidedBy = DecidedKeys.decidedBy(variable);
      Optional<JsonNode> theirs = decidedAt(variable);
      if (!decidedBy.isEmpty() || theirs.filter(value -> !value.equals(mine)).isPresent()) {
        String path = Trees.path(at) + "." + name;
        found.add(clash(path, mine, theirs, at.child(i).child("name"), decidedBy));
      }
    }
  }

  private Optional<JsonNode> decidedAt(Pointer key) {
    Pointer canonical = DecidedKeys.canonical(key);
    return decided.map(root -> root.at(canonical.value())).filter(node -> !node.isMissingNode());
  }

  private Diagnostic clash(
      String path, JsonNode mine, Optional<JsonNode> theirs, Pointer at, String decidedBy) {
    if (DecidedKeys.isClusterName(at)) {
      return clusterNameDiffers(mine, at);
    }
    return Diagnostic.error(
        OverlayMerger.CLASH,
        overlay.places().value(at),
        path + " is " + Trees.words(mine) + " here, but " + meant(mine, theirs),
        "take it out of the overlay"
            + (decidedBy.isEmpty() ? "" : "; " + decidedBy + " in the topology decides it"));
  }

  private static String meant(JsonNode mine, Optional<JsonNode> theirs) {
    if (theirs.isEmpty()) {
      return "only the topology decides it";
    }
    return mine.isArray() && theirs.get().isArray()
        ? "the topology makes another one"
        : "the topology makes it " + Trees.words(theirs.get());
  }

  private String names() {
    String name = "cluster " + Words.quoted(scope.name());
    return scope.name().equals(scope.cluster())
        ? name + " is called "
        : name + " has three names: this, " + Words.quoted(scope.cluster()) + " as its id, and ";
  }

  private Diagnostic clusterNameDiffers(JsonNode mine, Pointer at) {
    return Diagnostic.error(
        CLUSTER_NAME_DIFFERS,
        overlay.places().value(at),
        names() + Trees.words(mine) + " here",
        "take it out: istiod matches clusterName literally with the key of the remote Secret and"
            + " with fromRegistry, which are "
            + Words.quoted(scope.cluster())
            + "; the cluster's workloads would have no endpoints");
  }
}
