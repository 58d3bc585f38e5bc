package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A selector of namespaces that istiod can read; the check of keys has seen to their types. */
public final class InvalidDiscoverySelector implements LintRule {
  private static final String SELECTORS = "discoverySelectors";
  private static final Pointer AT = new Pointer("/spec/mesh/config/" + SELECTORS);
  private static final Set<String> WITH_VALUES = Set.of("In", "NotIn");
  private static final Set<String> WITHOUT_VALUES = Set.of("Exists", "DoesNotExist");

  @Override
  public String id() {
    return "invalid-discovery-selector";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<?> selectors = list(mesh.topology().mesh().config(), SELECTORS);
    for (int i = 0; i < selectors.size(); i++) {
      if (!(selectors.get(i) instanceof Map)) {
        tell(AT.child(i), "is empty", "take it out, or give it matchLabels", findings);
      }
      List<?> expressions = list(selectors.get(i), "matchExpressions");
      Pointer at = AT.child(i).child("matchExpressions");
      for (int j = 0; j < expressions.size(); j++) {
        check(expressions.get(j), at.child(j), findings);
      }
    }
  }

  private static void check(Object expression, Pointer at, Findings findings) {
    String operator = text(expression, "operator");
    boolean values = !list(expression, "values").isEmpty();
    if (text(expression, "key").isEmpty()) {
      tell(at.child("key"), "names no label", "give the key of a label", findings);
    } else if (!WITH_VALUES.contains(operator) && !WITHOUT_VALUES.contains(operator)) {
      tell(
          at.child("operator"),
          "has the unknown operator " + Words.quoted(operator),
          "use In, NotIn, Exists or DoesNotExist",
          findings);
    } else if (WITH_VALUES.contains(operator) && !values) {
      tell(at, "asks for " + operator + " of no values", "give values", findings);
    } else if (WITHOUT_VALUES.contains(operator) && values) {
      tell(at.child("values"), "asks for " + operator + " and has values", "use In", findings);
    }
  }

  private static void tell(Pointer at, String mistake, String help, Findings findings) {
    findings.at(
        at,
        "a selector of namespaces "
            + mistake
            + ": istiod would take none of them, and see no namespace",
        help);
  }

  private static List<?> list(Object tree, String key) {
    return tree instanceof Map<?, ?> mapping && mapping.get(key) instanceof List<?> list
        ? list
        : List.of();
  }

  private static String text(Object tree, String key) {
    return tree instanceof Map<?, ?> mapping && mapping.get(key) instanceof String text ? text : "";
  }
}
