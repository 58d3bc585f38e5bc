package io.meshwright.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands below the networks of an SVG picture: what each kind of line means, then the notes,
 * broken to the picture's width.
 */
final class Footer {
  private static final int MARGIN = 16;
  private static final int SAMPLE = 34;
  private static final int ABOVE = 30;

  private final List<PlacedText> texts = new ArrayList<>();
  private final List<Route> samples = new ArrayList<>();
  private final int width;
  private int y;

  Footer(MeshGraph graph, int width, int top) {
    this.width = width - 2 * MARGIN;
    this.y = top + ABOVE;
    for (Link.Kind kind : Link.Kind.values()) {
      graph.links().stream()
          .filter(link -> link.kind() == kind)
          .findFirst()
          .ifPresent(this::explain);
    }
    graph.notes().forEach(note -> add(MARGIN, note));
  }

  List<PlacedText> texts() {
    return texts;
  }

  /** Returns a short line of each kind that the picture has. */
  List<Route> samples() {
    return samples;
  }

  /** Returns the height of the whole picture, in pixels. */
  int height() {
    return y;
  }

  private void explain(Link link) {
    int middle = y - 4;
    samples.add(
        new Route(
            link,
            List.of(
                new Route.Point(MARGIN, middle), new Route.Point(MARGIN + SAMPLE - 8, middle))));
    add(
        MARGIN + SAMPLE,
        switch (link.kind()) {
          case DIALS -> "proxies of a remote dial the istiod that configures them";
          case WATCHES -> "an istiod reads an API server, with a remote Secret";
          case TAKES_CONFIGURATION ->
              "an istiod takes the mesh's configuration from an API server, with a kubeconfig";
          case WATCH_EACH_OTHER -> "each istiod reads the other's API server, with a remote Secret";
        });
  }

  private void add(int x, String words) {
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (!line.isEmpty() && Font.LINE.width(line + " " + word) > width - x + MARGIN) {
        place(x, line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    place(x, line.toString());
  }

  private void place(int x, String line) {
    texts.add(new PlacedText(x, y, line, Font.LINE));
    y += Font.LINE.leading() + 2;
  }
}
