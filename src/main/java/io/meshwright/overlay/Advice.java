package io.meshwright.overlay;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table says about a key.
 *
 * @param path the key's path below {@code spec}; {@code *} stands for any one step
 * @param releases the releases that it is about
 * @param instead the key or the object to use; empty when there is none
 * @param why the reason; empty when the finding says it all
 */
record Advice(List<String> path, Releases releases, String instead, String why) {
  private static final String ANY_STEP = "*";

  /** A line is {@code PATH RELEASES -> INSTEAD : WHY}, the last two being optional. */
  static Advice parse(String line) {
    int colon = line.indexOf(" : ");
    String why = colon < 0 ? "" : line.substring(colon + 3);
    String rest = colon < 0 ? line : line.substring(0, colon);
    int arrow = rest.indexOf(" -> ");
    String instead = arrow < 0 ? "" : rest.substring(arrow + 4);
    String[] words = (arrow < 0 ? rest : rest.substring(0, arrow)).split(" ", -1);
    return new Advice(List.of(words[0].split("\\.", -1)), Releases.parse(words[1]), instead, why);
  }

  static List<Advice> table(String name) {
    return Table.lines(name).stream().map(Advice::parse).toList();
  }

  /** Returns the first advice about the key at {@code at} and {@code version}. */
  static Optional<Advice> about(List<Advice> table, Pointer at, IstioVersion version) {
    List<String> steps = steps(at);
    return table.stream()
        .filter(advice -> advice.isAbout(steps) && advice.releases().contain(version))
        .findFirst();
  }

  private boolean isAbout(List<String> steps) {
    if (steps.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!path.get(i).equals(ANY_STEP) && !path.get(i).equals(steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The steps from {@code spec} to a key; empty outside of it. */
  private static List<String> steps(Pointer at) {
    List<String> steps = new ArrayList<>();
    Pointer step = at;
    while (!step.equals(Pointer.ROOT)) {
      steps.add(0, step.last());
      step = step.parent();
    }
    return !steps.isEmpty() && steps.get(0).equals("spec")
        ? steps.subList(1, steps.size())
        : List.of();
  }

  /** Returns the reason and the way out, as a help line says them. */
  String words() {
    String way = instead.isEmpty() ? "" : "use " + instead;
    return why.isEmpty() || way.isEmpty() ? why + way : why + "; " + way;
  }
}
