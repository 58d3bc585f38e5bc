package io.meshwright.secret;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Refuses secrets that stand in clear in a file of the user; no message holds a part of one. */
public final class SecretCheck {
  /** The id of all findings of this check. */
  public static final String RULE = "secret-in-clear";

  private static final String HELP =
      "keep it in a secret store and write only its path here; replace this one, since whoever read"
          + " this file knows it";

  private SecretCheck() {}

  /** Returns a finding for each secret in the text as it was written, comments included. */
  public static List<Diagnostic> inText(SourceText source) {
    List<Diagnostic> findings = new ArrayList<>();
    SecretPlaces places = new SecretPlaces(source);
    for (SecretSpan secret : SecretScanner.find(source.text())) {
      findings.add(finding(places.owner(secret.start()), secret.kind()));
    }
    return findings;
  }

  /**
   * Returns a finding for each secret in the text, and if it has none, for each in the keys and
   * values as they are once quotes, escapes and folded lines are taken away.
   */
  public static List<Diagnostic> in(SourceTree tree) {
    List<Diagnostic> findings = inText(tree.text());
    if (findings.isEmpty()) {
      visit(tree, Pointer.ROOT, tree.root(), findings);
    }
    return findings;
  }

  /** Returns the finding for {@code decoded}, the key at {@code place}, if it holds a secret. */
  public static List<Diagnostic> inKey(Location place, String decoded) {
    return SecretScanner.find(decoded).stream()
        .limit(1)
        .map(secret -> finding(new SecretOwner("a key", place), secret.kind()))
        .toList();
  }

  /** Returns the finding for {@code decoded}, the value at {@code place}, if it holds a secret. */
  public static List<Diagnostic> inValue(Location place, Pointer at, String decoded) {
    return SecretScanner.find(decoded).stream()
        .limit(1)
        .map(secret -> finding(new SecretOwner(name(at), place), secret.kind()))
        .toList();
  }

  private static void visit(SourceTree tree, Pointer at, JsonNode node, List<Diagnostic> findings) {
    if (node.isString()) {
      findings.addAll(inValue(tree.places().value(at), at, node.stringValue()));
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Pointer child = at.child(entry.getKey());
      findings.addAll(inKey(tree.places().key(child), entry.getKey()));
      visit(tree, child, entry.getValue(), findings);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(tree, at.child(i), node.get(i), findings);
      }
    }
  }

  /** Returns the nearest key, as words for a message. */
  private static String name(Pointer at) {
    Pointer key = at;
    while (!key.value().isEmpty() && isIndex(key.last())) {
      key = key.parent();
    }
    return SecretOwner.quoted(key.last(), "a value");
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Diagnostic finding(SecretOwner owner, String kind) {
    String message = owner.name() + " holds " + kind + " in clear";
    return Diagnostic.error(RULE, owner.place(), message, HELP);
  }
}
