package io.meshwright.schema;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what the topology's schema already describes and this version does not render: nothing
 * that somebody asked for is ignored.
 */
public final class NotRenderedYet {
  private static final String RULE = "not-rendered-yet";

  private final SourceTree tree;
  private final List<Diagnostic> findings = new ArrayList<>();

  private NotRenderedYet(SourceTree tree) {
    this.tree = tree;
  }

  /** Returns a finding for each field of {@code tree}, whatever its shape, that is not rendered. */
  public static List<Diagnostic> check(SourceTree tree) {
    NotRenderedYet check = new NotRenderedYet(tree);
    check.visit("", Pointer.ROOT, tree.root());
    check.findings.sort(null);
    return List.copyOf(check.findings);
  }

  private void visit(String path, Pointer at, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        field(path + "/" + entry.getKey(), at.child(entry.getKey()), entry.getValue());
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(path, at.child(i), node.path(i));
      }
    }
  }

  private void field(String path, Pointer at, JsonNode value) {
    String known =
        path.equals("/spec/clusters") || path.equals("/spec/defaults") ? "cluster" : path;
    LaterField later = LaterField.ALL.get(known);
    if (later == null) {
      visit(known, at, value);
    } else if (later.values().isEmpty()) {
      add(tree.places().key(at), Words.plain(at.last()), later);
    } else if (value.isString() && later.values().contains(value.stringValue())) {
      add(tree.places().value(at), at.last() + ": " + Words.plain(value.stringValue()), later);
    }
  }

  private void add(Location place, String what, LaterField later) {
    findings.add(
        Diagnostic.error(
            RULE,
            place,
            what + " is not rendered yet; it would " + later.purpose(),
            later.instead()));
  }
}
