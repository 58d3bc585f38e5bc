package io.meshwright.graph;

import io.meshwright.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A mesh as an SVG file. It has a light ground of its own, so it can be read on light and on dark
 * pages, and no script, link or font.
 */
final class SvgPicture {
  private static final int ARROW = 9;
  private static final int HALF_ARROW = 4;

  private final StringBuilder text = new StringBuilder();
  private final MeshGraph graph;
  private final Layout layout;
  private final Footer footer;
  private final Palette palette;

  private SvgPicture(MeshGraph graph) {
    this.graph = graph;
    this.layout = new Layout(graph);
    this.footer = new Footer(graph, layout.width(), layout.bottom());
    this.palette = new Palette(graph.blocks());
  }

  /** Returns the whole file. */
  static String of(MeshGraph graph) {
    SvgPicture picture = new SvgPicture(graph);
    picture.draw();
    return picture.text.toString();
  }

  private void draw() {
    int width = layout.width();
    int height = footer.height();
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
        width, height, width, height);
    line("<title>%s</title>", Markup.escaped(graph.title()));
    line("<desc>%s</desc>", Markup.escaped(description()));
    line("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f8fafc\"/>", width, height);
    line("<g fill=\"#ffffff\" stroke=\"#9ca3af\">");
    layout.networks().forEach(box -> rectangle(box, 10, ""));
    line("</g>");
    layout.blocks().forEach(this::block);
    layout.routes().forEach(this::route);
    layout.junctions().forEach(this::junction);
    footer.samples().forEach(this::route);
    texts(layout.texts());
    texts(footer.texts());
    line("</svg>");
  }

  /** What the picture says, for who cannot see it. */
  private String description() {
    List<String> sentences = new ArrayList<>();
    sentences.add(graph.summary());
    for (NetworkBox network : graph.networks()) {
      if (!network.lines().isEmpty()) {
        sentences.add(network.title() + ": " + String.join(", ", network.lines()));
      }
      network
          .blocks()
          .forEach(
              block ->
                  sentences.add(
                      network.title()
                          + ", "
                          + block.heading()
                          + ": "
                          + String.join(", ", block.lines())));
    }
    graph.links().forEach(link -> sentences.add(link.sentence()));
    sentences.addAll(graph.notes());
    return String.join(".\n", sentences) + ".";
  }

  private void block(Block block, Rectangle at) {
    String fill = block.role() == Role.REMOTE ? "#f3f4f6" : "#dbeafe";
    rectangle(at, 4, " fill=\"" + fill + "\" stroke=\"" + palette.of(block) + "\"");
    line(
        "<rect x=\"%d\" y=\"%d\" width=\"5\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
        at.x(), at.y(), at.height(), palette.of(block));
  }

  private void rectangle(Rectangle at, int corner, String more) {
    line(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"%s/>",
        at.x(), at.y(), at.width(), at.height(), corner, more);
  }

  private void route(Route route) {
    String color = palette.of(route.link());
    StringBuilder way = new StringBuilder();
    for (Route.Point point : route.points()) {
      way.append(way.isEmpty() ? "M" : " L").append(point.x()).append(',').append(point.y());
    }
    String dashes = dashes(route.link().kind());
    line(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s><title>%s</title></path>",
        way, color, dashes, Markup.escaped(route.link().sentence()));
    arrow(route.end(), route.endsRightwards(), color);
    if (route.link().kind() == Link.Kind.WATCH_EACH_OTHER) {
      arrow(route.start(), !route.startsRightwards(), color);
    }
  }

  private static String dashes(Link.Kind kind) {
    return switch (kind) {
      case DIALS -> "";
      case TAKES_CONFIGURATION -> " stroke-dasharray=\"12 3 2 3\"";
      case WATCHES, WATCH_EACH_OTHER -> " stroke-dasharray=\"5 4\"";
    };
  }

  private void junction(Junctions.Junction junction) {
    line(
        "<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"%s\"/>",
        junction.at().x(), junction.at().y(), palette.of(junction.link()));
  }

  private void arrow(Route.Point tip, boolean rightwards, String color) {
    int back = rightwards ? tip.x() - ARROW : tip.x() + ARROW;
    line(
        "<path d=\"M%d,%d L%d,%d L%d,%d z\" fill=\"%s\"/>",
        tip.x(), tip.y(), back, tip.y() - HALF_ARROW, back, tip.y() + HALF_ARROW, color);
  }

  private void texts(List<PlacedText> texts) {
    line("<g font-family=\"Helvetica,Arial,sans-serif\" fill=\"#111827\">");
    Consumer<PlacedText> draw =
        placed ->
            line(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%s\">%s</text>",
                placed.x(),
                placed.baseline(),
                placed.font().size(),
                placed.font().weight(),
                Markup.escaped(placed.words()));
    texts.forEach(draw);
    line("</g>");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
