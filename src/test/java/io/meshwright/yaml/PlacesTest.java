package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final List<String> SCALARS =
      List.of(
          "v", "\"q\\\"q\"", "'s '' s'", "\u751f\u4ea7", "\"\ud83d\ude00\"", "12", "x y", "true");

  private final Random random = new Random(42);
  private final StringBuilder yaml = new StringBuilder();
  private final Map<Pointer, String> keys = new LinkedHashMap<>();
  private final Map<Pointer, String> values = new LinkedHashMap<>();

  @Test
  void pointAtEveryKeyAndValueOfGeneratedDocuments() {
    for (int i = 0; i < 500; i++) {
      yaml.setLength(0);
      keys.clear();
      values.clear();
      yaml.append(random.nextBoolean() ? "# \ud83d\ude00 comment\n" : "");
      mapping(Pointer.ROOT, 0);
      check();
    }
  }

  private void check() {
    SourceTree tree =
        new YamlReader().read(new SourceText("f", yaml.toString())).value().orElseThrow();
    List<String> lines = tree.text().lines();
    keys.forEach((at, text) -> assertEquals(text, shown(lines, tree.places().key(at))));
    values.forEach((at, text) -> assertEquals(text, shown(lines, tree.places().value(at))));
    assertTrue(keys.keySet().stream().allMatch(at -> tree.places().find(at).isPresent()));
  }

  private static String shown(List<String> lines, Location place) {
    String line = lines.get(place.line() - 1);
    int start = line.offsetByCodePoints(0, place.column() - 1);
    return line.substring(start, line.offsetByCodePoints(start, place.width()));
  }

  private void mapping(Pointer at, int depth) {
    for (int i = 0; i <= random.nextInt(4); i++) {
      String name = "k" + i + (random.nextBoolean() ? "~/\ud83d\ude00" : "");
      String key = random.nextBoolean() ? name : "\"" + name + "\"";
      Pointer child = at.child(name);
      keys.put(child, key);
      yaml.append("  ".repeat(depth)).append(key).append(':');
      value(child, depth);
    }
  }

  private void value(Pointer at, int depth) {
    switch (random.nextInt(depth < 4 ? 6 : 3)) {
      case 0 -> flow(at);
      case 1 -> block(at, depth);
      case 2 -> scalar(at, "   # c\n");
      case 3 -> {
        yaml.append("\n");
        mapping(at, depth + 1);
      }
      case 4 -> {
        yaml.append("\n");
        sequence(at, depth + 1);
      }
      default -> scalar(at, "\n");
    }
  }

  private void sequence(Pointer at, int depth) {
    for (int i = 0; i <= random.nextInt(3); i++) {
      yaml.append("  ".repeat(depth)).append("-");
      value(at.child(i), depth);
    }
  }

  private void scalar(Pointer at, String after) {
    String text = SCALARS.get(random.nextInt(SCALARS.size()));
    values.put(at, text);
    yaml.append("  ").append(text).append(after);
  }

  private void flow(Pointer at) {
    values.put(at, "[\ud83d\ude00, {a: 'b'}]");
    values.put(at.child(0), "\ud83d\ude00");
    values.put(at.child(1), "{a: 'b'}");
    values.put(at.child(1).child("a"), "'b'");
    keys.put(at.child(1).child("a"), "a");
    yaml.append(" [\ud83d\ude00, {a: 'b'}] # c\n");
  }

  private void block(Pointer at, int depth) {
    values.put(at, "|-");
    String indent = "\n" + "  ".repeat(depth + 2);
    yaml.append(" |- # c").append(indent).append("x: y").append(indent).append("- z\n");
  }
}
