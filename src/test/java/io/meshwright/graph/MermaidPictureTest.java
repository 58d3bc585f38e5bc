package io.meshwright.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MermaidPictureTest {
  /** A word of a stranger, with the marks that the picture itself puts between words. */
  private static final String WORDS = "([\\p{L}\\p{Nd} .,:\\-_/()\\[\\]'…�]|<br/>|</?b>)*";

  private static final Pattern LINE =
      Pattern.compile(
          "---|config:|  flowchart:|    wrappingWidth: 600|flowchart (LR|TB)|  end"
              + ("|title: \"" + WORDS + "\"|  acc(Title|Descr): " + WORDS)
              + ("|  subgraph n\\d+\\[\"" + WORDS + "\"\\]")
              + ("|    b\\d+\\[\"" + WORDS + "\"\\]:::(primary|remote)")
              + ("|    n\\d+w\\[\"" + WORDS + "\"\\]:::words")
              + ("|  notes\\[\"" + WORDS + "\"\\]:::note")
              + "|  b\\d+ (-->|-\\.->|<-\\.->|==>)\\|\"[A-Za-z' ]+\"\\| b\\d+"
              + "|  classDef (primary|remote|words|note) fill:#\\w+,stroke:#\\w+,color:#\\w+");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheNamesAreTheyAreWordsInABox(long seed) {
    MeshFacts mesh = RandomFacts.of(seed, true);
    List<String> lines = PictureFormat.MERMAID.draw(mesh).lines().toList();
    lines.forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    assertEquals(
        MeshGraph.of(mesh).blocks().size(),
        lines.stream().filter(line -> line.matches("    b\\d+\\[.*")).count());
  }
}
