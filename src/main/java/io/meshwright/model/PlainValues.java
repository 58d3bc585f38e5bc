package io.meshwright.model;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.istio.IstiodChart;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import io.meshwright.source.SourceTree;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file of values for istiod's chart, as a user of Helm writes it, read as an IstioOperator. */
public final class PlainValues {
  private static final Pointer VALUES = new Pointer("/spec/values");
  private static final String PILOT = "pilot";
  private static final List<String> OF_AN_OBJECT = List.of("apiVersion", "kind", "spec");

  private PlainValues() {}

  /** Returns whether {@code file} says nothing of being an object. */
  static boolean is(SourceTree file) {
    return file.root().isObject() && OF_AN_OBJECT.stream().noneMatch(file.root()::has);
  }

  /** Returns the operator that says the same; its values stand where the file has them. */
  static SourceTree asOperator(SourceTree file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", "install.istio.io/v1alpha1").put("kind", "IstioOperator");
    ObjectNode values = root.putObject("spec").putObject("values");
    SourceMap.Builder places = new SourceMap.Builder();
    places.value(Pointer.ROOT, file.places().value(Pointer.ROOT));
    for (Map.Entry<String, JsonNode> entry : file.root().properties()) {
      String key = entry.getKey();
      boolean ofPilot = IstiodChart.AT_THE_TOP.contains(key);
      ObjectNode owner = ofPilot ? values.withObjectProperty(PILOT) : values;
      Pointer at = ofPilot ? VALUES.child(PILOT).child(key) : VALUES.child(key);
      if (owner.get(key) instanceof ObjectNode there && entry.getValue() instanceof ObjectNode) {
        entry.getValue().properties().forEach(each -> there.set(each.getKey(), each.getValue()));
      } else {
        owner.set(key, entry.getValue().deepCopy());
      }
      copy(entry.getValue(), Pointer.ROOT.child(key), at, file.places(), places);
    }
    return new SourceTree(file.text(), root, places.build());
  }

  /** Returns a finding about such a file in the words of who wrote it. */
  public static Diagnostic inItsWords(Diagnostic finding) {
    return new Diagnostic(
        finding.rule(),
        finding.severity(),
        finding.location(),
        ofChart(finding.message()),
        ofChart(
            finding
                .help()
                .replaceFirst(
                    "istioctl \\S+ refuses the whole file: unknown field \"[^\"]*\"",
                    "Istio's list of values has no such key; one that a chart reads nevertheless"
                        + " can stand under spec.unvalidatedValues of an IstioOperator")));
  }

  private static String ofChart(String words) {
    return words.replace("spec.values.", "").replace(" in spec.values", " in the values");
  }

  private static void copy(
      JsonNode node, Pointer from, Pointer to, SourceMap places, SourceMap.Builder copied) {
    copied.key(to, places.key(from));
    copied.value(to, places.value(from));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      copy(node.path(i), from.child(i), to.child(i), places, copied);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Pointer inside = from.child(entry.getKey());
      copy(entry.getValue(), inside, to.child(entry.getKey()), places, copied);
    }
  }
}
