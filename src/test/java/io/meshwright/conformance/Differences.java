package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The differences between Istio's own objects and ours, each with its reason, as a table. */
final class Differences {
  private final List<Reason> reasons;
  private final Map<What, Found> found = new TreeMap<>();
  private final Set<Reason> used = new TreeSet<>();

  /**
   * Why a difference is right.
   *
   * @param places the places that have it, as {@code minor, case: kind name/path}
   * @param words the reason
   */
  record Reason(String places, String words) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      return places.compareTo(other.places);
    }

    private boolean explains(String place) {
      return Pattern.matches(places, place);
    }
  }

  /** A row of the table: where, and between what. */
  private record Row(
      String cases, String places, String theirs, String ours, String reason, String minors) {
    String text() {
      return "| %s | %s | %s | %s | %s | %s |"
          .formatted(cases, places, theirs, ours, reason, minors);
    }
  }

  /** What may be told in one row once it has the same cases and minors. */
  private record What(String reason, String theirs, String ours, String place)
      implements Comparable<What> {
    @Override
    public int compareTo(What other) {
      return toString().compareTo(other.toString());
    }
  }

  /** Who has a difference: the kinds of objects, the cases and the minors. */
  private record Found(Set<String> kinds, Set<String> cases, Set<Integer> minors) {}

  Differences(List<Reason> reasons) {
    this.reasons = List.copyOf(reasons);
  }

  /** Takes what was found for a case, and fails where a difference has no reason. */
  void take(String name, int minor, List<Difference> differences) {
    List<Difference> unexplained = new ArrayList<>();
    for (Difference difference : differences) {
      String place = minor + ", " + name + ": " + difference.object() + difference.at();
      Optional<Reason> reason = reasons.stream().filter(each -> each.explains(place)).findFirst();
      reason.ifPresentOrElse(
          why -> add(name, minor, difference, why), () -> unexplained.add(difference));
    }
    assertEquals(List.of(), unexplained, () -> name + " 1." + minor);
  }

  private void add(String name, int minor, Difference difference, Reason reason) {
    used.add(reason);
    What what =
        new What(
            reason.words(),
            text(difference.theirs()),
            text(difference.ours()),
            difference.at().replaceFirst("^/spec/template/spec/containers", "…"));
    Found where =
        found.computeIfAbsent(
            what, key -> new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    where.kinds().add(difference.object().split(" ", -1)[0]);
    where.cases().add(name);
    where.minors().add(minor);
  }

  /** Returns a scalar's text; of more than that only that it is there. */
  private static String text(Optional<JsonNode> value) {
    return value
        .filter(node -> !node.isNull())
        .map(node -> node.isContainer() ? "there" : "`" + node.asString("") + "`")
        .orElse("–");
  }

  /** Returns the table under those words, and fails where a reason explains nothing. */
  List<String> table(String words) {
    assertEquals(new TreeSet<>(reasons), used);
    Map<Row, List<String>> rows = new LinkedHashMap<>();
    found.forEach(
        (what, where) -> {
          String cases = String.join(", ", where.cases());
          String minors = minors(where.minors());
          Row row = new Row(cases, "", what.theirs(), what.ours(), what.reason(), minors);
          String kinds = String.join(", ", where.kinds());
          String place = what.place().isEmpty() ? kinds : kinds + " `" + what.place() + "`";
          rows.computeIfAbsent(row, key -> new ArrayList<>()).add(place);
        });
    List<String> lines = new ArrayList<>();
    lines.add(words);
    lines.add("| of | place | Istio | Meshwright | why | Istio's minors |");
    lines.add("|---|---|---|---|---|---|");
    rows.forEach(
        (row, places) -> {
          String all = String.join("; ", places);
          lines.add(
              new Row(row.cases(), all, row.theirs(), row.ours(), row.reason(), row.minors())
                  .text());
        });
    return lines;
  }

  /** Writes minors as ranges: {@code 1.8 – 1.10, 1.12}. */
  static String minors(Set<Integer> minors) {
    List<List<Integer>> ranges = new ArrayList<>();
    for (int minor : new TreeSet<>(minors)) {
      List<Integer> last = ranges.isEmpty() ? List.of() : ranges.get(ranges.size() - 1);
      if (last.isEmpty() || last.get(last.size() - 1) != minor - 1) {
        last = new ArrayList<>();
        ranges.add(last);
      }
      last.add(minor);
    }
    return ranges.stream()
        .map(range -> range.size() == 1 ? List.of(range.get(0)) : ends(range))
        .map(range -> range.stream().map(minor -> "1." + minor).collect(Collectors.joining(" – ")))
        .collect(Collectors.joining(", "));
  }

  private static List<Integer> ends(List<Integer> range) {
    return List.of(range.get(0), range.get(range.size() - 1));
  }
}
