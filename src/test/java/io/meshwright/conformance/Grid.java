package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Topology;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table at the page's head: for each minor of Istio and each model what was proven. */
final class Grid {
  /** The chapter that is the table. */
  static final String CHAPTER = "By model and version";

  private static final String NOTHING = "";
  private static final String BAR = " | ";

  /**
   * A place in the table.
   *
   * @param minor the minor of Istio
   * @param model the model
   */
  record Cell(int minor, MeshModel model) {
    /** Returns the place of a mesh; one of a single cluster has none. */
    static Optional<Cell> of(Topology topology) {
      return MeshModel.of(topology)
          .map(model -> new Cell(topology.istio().version().minor(), model));
    }
  }

  private final SortedMap<Integer, Map<MeshModel, String>> rows;

  private Grid(SortedMap<Integer, Map<MeshModel, String>> rows) {
    this.rows = rows;
  }

  /**
   * Compares the cells in which the page has {@code proof} with those that a run proved, over the
   * minors that it tried; -Dupdate=true writes them.
   */
  static void proven(Proof proof, Collection<Cell> cells, Collection<Integer> minors)
      throws IOException {
    Grid page = read();
    Grid run = read();
    for (int minor : minors) {
      for (MeshModel model : MeshModel.values()) {
        run.set(proof, new Cell(minor, model), cells.contains(new Cell(minor, model)));
      }
    }
    if (Page.updates()) {
      run.write();
    } else {
      assertEquals(page.text(), run.text(), proof + ": " + Page.HOW_TO_UPDATE);
    }
  }

  /** Returns a table in which nothing is proven yet. */
  static Grid empty() {
    SortedMap<Integer, Map<MeshModel, String>> rows = new TreeMap<>();
    for (int minor = IstioFeature.RENDERED_FORMS.since();
        minor <= IstioFeature.RENDERED_FORMS.until();
        minor++) {
      rows.put(minor, new EnumMap<>(MeshModel.class));
    }
    return new Grid(rows);
  }

  /** Returns the page's. */
  static Grid read() throws IOException {
    SortedMap<Integer, Map<MeshModel, String>> rows = new TreeMap<>();
    for (String line : Page.text(CHAPTER).lines().filter(row -> row.startsWith("| 1.")).toList()) {
      List<String> words = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      Iterator<String> cells = words.subList(2, words.size() - 1).iterator();
      Map<MeshModel, String> row = new EnumMap<>(MeshModel.class);
      for (MeshModel model : MeshModel.values()) {
        row.put(model, cells.hasNext() ? cells.next() : NOTHING);
      }
      rows.put(Integer.parseInt(words.get(1).substring("1.".length())), row);
    }
    return new Grid(rows);
  }

  /** Puts a text into a cell: letters, or by which rule such a mesh is refused. */
  void put(Cell cell, String text) {
    rows.computeIfAbsent(cell.minor(), minor -> new EnumMap<>(MeshModel.class))
        .put(cell.model(), text);
  }

  /** Returns the minors of Istio. */
  Set<Integer> minors() {
    return rows.keySet();
  }

  /** Returns what stands in a cell. */
  String at(Cell cell) {
    return rows.getOrDefault(cell.minor(), Map.of()).getOrDefault(cell.model(), NOTHING);
  }

  private void set(Proof proof, Cell cell, boolean proven) {
    String rest = at(cell).replace(proof.letter() + "", NOTHING);
    Set<Integer> letters = rest.chars().boxed().collect(Collectors.toSet());
    if (!rest.chars().allMatch(Character::isUpperCase)) {
      assertEquals(false, proven, () -> cell + " is refused, and proven: " + proof);
      return;
    }
    if (proven) {
      letters.add((int) proof.letter());
    }
    StringBuilder text = new StringBuilder();
    for (Proof each : Proof.values()) {
      text.append(letters.contains((int) each.letter()) ? each.letter() + "" : NOTHING);
    }
    put(cell, text.toString());
  }

  /** Writes it into the page. */
  void write() throws IOException {
    Page.write(CHAPTER, text());
  }

  /** Returns the chapter. */
  String text() {
    StringBuilder text = new StringBuilder("| Istio");
    Stream.of(MeshModel.values()).forEach(model -> text.append(BAR).append(model.title()));
    text.append(" |\n|---|").append("---|".repeat(MeshModel.values().length)).append('\n');
    rows.forEach(
        (minor, row) ->
            text.append("| 1.")
                .append(minor)
                .append(BAR)
                .append(
                    Stream.of(MeshModel.values())
                        .map(model -> row.getOrDefault(model, NOTHING))
                        .collect(Collectors.joining(BAR)))
                .append(" |\n"));
    text.append("\n| letter | proven | by |\n|---|---|---|\n");
    Stream.of(Proof.values()).forEach(proof -> text.append(proof.line()).append('\n'));
    return text.toString();
  }
}
