package io.meshwright.graph;

import io.meshwright.model.Role;
import java.util.ArrayList;
import java.util.List;

/** A mesh as a flowchart of Mermaid. */
final class MermaidPicture {
  /** Mermaid reads no more than 50 000 characters, and nobody reads longer lists. */
  private static final int NAMED = 20;

  /** Some networks stand in a row anyway; more would be a tower. */
  private static final int BESIDE = 3;

  /** Words are not broken inside a host's name. */
  private static final String SETTINGS =
      """
      config:
        flowchart:
          wrappingWidth: 600
      ---
      """;

  /** Dark words on light boxes, whatever the page's colours are. */
  private static final String COLORS =
      """
        classDef primary fill:#dbeafe,stroke:#1d4ed8,color:#111827
        classDef remote fill:#f3f4f6,stroke:#6b7280,color:#111827
        classDef words fill:#ffffff,stroke:#ffffff,color:#111827
        classDef note fill:#fefce8,stroke:#a16207,color:#111827
      """;

  private static final int REPLACEMENT = 0xFFFD;
  private static final String BREAK = "<br/>";

  private final StringBuilder text = new StringBuilder();

  private MermaidPicture() {}

  /** Returns the flowchart, without the fence of a Markdown file. */
  static String of(MeshGraph graph) {
    MermaidPicture picture = new MermaidPicture();
    picture.draw(graph);
    return picture.text.toString();
  }

  private void draw(MeshGraph graph) {
    text.append("---\ntitle: \"").append(plain(graph.title())).append("\"\n").append(SETTINGS);
    text.append("flowchart ").append(graph.networks().size() > BESIDE ? "TB" : "LR").append('\n');
    text.append("  accTitle: ").append(plain(graph.title())).append('\n');
    text.append("  accDescr: ").append(plain(graph.summary())).append('\n');
    for (int i = 0; i < graph.networks().size(); i++) {
      append("n" + i, graph.networks().get(i));
    }
    graph.links().forEach(this::append);
    List<String> notes = new ArrayList<>(List.of(plain(graph.summary())));
    graph.notes().forEach(note -> notes.add(plain(note)));
    text.append("  notes[\"").append(String.join(BREAK, notes)).append("\"]:::note\n");
    text.append(COLORS);
  }

  private void append(String id, NetworkBox network) {
    text.append("  subgraph ").append(id).append("[\"");
    text.append(plain(network.title())).append("\"]\n");
    if (!network.lines().isEmpty()) {
      List<String> lines = network.lines().stream().map(MermaidPicture::plain).toList();
      text.append("    ").append(id).append("w[\"").append(String.join(BREAK, lines));
      text.append("\"]:::words\n");
    }
    network.blocks().forEach(this::append);
    text.append("  end\n");
  }

  private void append(Block block) {
    List<String> lines = new ArrayList<>();
    lines.add("<b>" + plain(block.heading()) + "</b>");
    block.lines().forEach(line -> lines.add(plain(line)));
    for (Block.Member member : block.members().subList(0, Math.min(named(block), NAMED))) {
      lines.add(
          "<b>"
              + plain(member.name())
              + "</b>"
              + (member.words().isEmpty() ? "" : " " + plain(member.words())));
    }
    if (named(block) > NAMED) {
      lines.add("and " + (named(block) - NAMED) + " more");
    }
    text.append("    ").append(block.id()).append("[\"").append(String.join(BREAK, lines));
    text.append("\"]:::").append(block.role() == Role.REMOTE ? "remote" : "primary").append('\n');
  }

  private static int named(Block block) {
    return block.members().size();
  }

  private void append(Link link) {
    String arrow =
        switch (link.kind()) {
          case DIALS -> "-->";
          case WATCHES -> "-.->";
          case TAKES_CONFIGURATION -> "==>";
          case WATCH_EACH_OTHER -> "<-.->";
        };
    text.append("  ").append(link.from().id()).append(' ').append(arrow);
    text.append("|\"").append(plain(link.kind().words())).append("\"| ");
    text.append(link.to().id()).append('\n');
  }

  /**
   * Mermaid has forms for characters that mean something to it, but reads them differently from
   * release to release; no name that passes the schema has any.
   */
  private static String plain(String words) {
    StringBuilder safe = new StringBuilder();
    words.codePoints().forEach(point -> safe.appendCodePoint(isPlain(point) ? point : REPLACEMENT));
    return safe.toString();
  }

  private static boolean isPlain(int point) {
    return Character.isLetterOrDigit(point) || " .,:-_/()[]'…".indexOf(point) >= 0;
  }
}
