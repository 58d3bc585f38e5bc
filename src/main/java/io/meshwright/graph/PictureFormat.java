package io.meshwright.graph;

import io.meshwright.facts.MeshFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which a mesh can be drawn; the same mesh is always the same text. */
public enum PictureFormat {
  /** A flowchart of Mermaid, which Markdown files can hold. */
  MERMAID("mermaid"),
  /** An SVG file that needs nothing from elsewhere. */
  SVG("svg");

  private final String word;

  PictureFormat(String word) {
    this.word = word;
  }

  /** Returns the word for it on the command line. */
  public String word() {
    return word;
  }

  /** Returns all words, in their order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PictureFormat::word).toList();
  }

  /** Returns the format of that word, if there is one. */
  public static Optional<PictureFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** Returns the picture of {@code mesh}, whose text ends in a line break. */
  public String draw(MeshFacts mesh) {
    MeshGraph graph = MeshGraph.of(mesh);
    return this == SVG ? SvgPicture.of(graph) : MermaidPicture.of(graph);
  }
}
