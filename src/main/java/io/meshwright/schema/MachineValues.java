package io.meshwright.schema;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what machines know of a mesh's clusters into its topology: each value where the topology
 * says nothing or {@code pending}, with its place in the document that has it.
 */
public final class MachineValues {
  private static final Pointer NAME = new Pointer("/metadata/name");
  private static final Pointer CLUSTERS = new Pointer("/spec/clusters");
  private static final String PENDING = "pending";

  /** What takes the place of what: a bundle is the content of a file. */
  private static final Map<String, String> SAME = Map.of("caBundle", "caFile");

  private final SourceTree topology;
  private final SourceTree values;
  private final ObjectNode root;
  private final SourceMap.Builder places;
  private final List<Diagnostic> found = new ArrayList<>();

  private MachineValues(SourceTree topology, SourceTree values) {
    this.topology = topology;
    this.values = values;
    this.root = (ObjectNode) topology.root().deepCopy();
    this.places = topology.places().copied();
  }

  /** Returns {@code topology} with {@code values} in it; both have passed their schemas. */
  public static Outcome<SourceTree> into(SourceTree topology, SourceTree values) {
    MachineValues merge = new MachineValues(topology, values);
    merge.checkMesh();
    merge.mergeClusters();
    return Outcome.of(
        new SourceTree(topology.text(), merge.root, merge.places.build()), merge.found);
  }

  private void checkMesh() {
    String mesh = topology.root().at(NAME.value()).asString("");
    String named = values.root().at(NAME.value()).asString("");
    if (!mesh.equals(named)) {
      found.add(
          Diagnostic.error(
              "values-of-another-mesh",
              values.places().value(NAME),
              "these are values of the mesh "
                  + Words.quoted(named)
                  + ", and the topology is of "
                  + Words.quoted(mesh),
              "give --values the file of this mesh"));
    }
  }

  private void mergeClusters() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    JsonNode clusters = root.at(CLUSTERS.value());
    for (int i = 0; i < clusters.size(); i++) {
      numbers.putIfAbsent(clusters.path(i).path("name").asString(""), i);
    }
    Map<String, Location> seen = new LinkedHashMap<>();
    JsonNode given = values.root().at(CLUSTERS.value());
    for (int i = 0; i < given.size(); i++) {
      Pointer at = CLUSTERS.child(i);
      String name = given.path(i).path("name").asString("");
      Location place = values.places().value(at.child("name"));
      Location first = seen.putIfAbsent(name, place);
      if (first != null) {
        found.add(
            Diagnostic.error(
                "duplicate-cluster-name",
                place,
                "two entries are called " + Words.quoted(name),
                "the other one is at line " + first.line() + ": make one of both"));
      } else if (numbers.containsKey(name)) {
        mergeCluster(given.path(i), at, CLUSTERS.child(numbers.getOrDefault(name, 0)));
      } else {
        found.add(
            Diagnostic.error(
                "unknown-cluster",
                place,
                "the topology has no cluster " + Words.quoted(name),
                NearestName.suggest(name, numbers.keySet())
                    + "take the entry out, or add the cluster to the topology"));
      }
    }
  }

  private void mergeCluster(JsonNode cluster, Pointer from, Pointer to) {
    for (Map.Entry<String, JsonNode> part : cluster.properties()) {
      for (Map.Entry<String, JsonNode> value : part.getValue().properties()) {
        Pointer target = to.child(part.getKey());
        Pointer source = from.child(part.getKey()).child(value.getKey());
        Pointer given = target.child(SAME.getOrDefault(value.getKey(), value.getKey()));
        if (saysAlready(given)) {
          found.add(twice(cluster.path("name").asString(), part.getKey(), source, given));
        } else {
          put(value.getValue(), source, target);
        }
      }
    }
  }

  /** Returns whether the topology gives a value that is known; only addresses may be pending. */
  private boolean saysAlready(Pointer at) {
    JsonNode value = topology.root().at(at.value());
    return !value.isMissingNode()
        && value.valueStream().noneMatch(element -> element.asString("").equals(PENDING));
  }

  private Diagnostic twice(String cluster, String part, Pointer source, Pointer given) {
    return Diagnostic.error(
        "value-given-twice",
        values.places().key(source),
        part
            + "."
            + source.last()
            + " of "
            + Words.quoted(cluster)
            + " is given here, and "
            + (given.last().equals(source.last()) ? "" : given.last() + " ")
            + "in the topology",
        "keep one of both: the topology has it at line " + topology.places().key(given).line());
  }

  private void put(JsonNode value, Pointer source, Pointer target) {
    JsonNode cluster = root.at(target.parent().value());
    if (!cluster.path(target.last()).isObject()) {
      places.key(target, values.places().key(source.parent()));
      places.value(target, values.places().value(source.parent()));
    }
    ((ObjectNode) cluster).withObject(target.last()).set(source.last(), value);
    Pointer at = target.child(source.last());
    places.key(at, values.places().key(source));
    places.value(at, values.places().value(source));
    for (int i = 0; i < value.size(); i++) {
      places.value(at.child(i), values.places().value(source.child(i)));
    }
  }
}
