package io.meshwright.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where everything of an SVG picture stands. */
final class Layout {
  private static final int MARGIN = 16;

  /** How far a network reaches beyond its blocks, to either side. */
  private static final int BORDER = 14;

  private static final int LEAST_WIDTH = 560;
  private static final int FIRST_LINE = 30;
  private static final int BELOW_HEADER = 66;

  private final Columns columns;
  private final Lanes lanes;
  private final List<PlacedText> texts = new ArrayList<>();
  private final List<Rectangle> networks = new ArrayList<>();
  private final Map<Block, Rectangle> blocks = new LinkedHashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private int bottom;

  Layout(MeshGraph graph) {
    this.columns = Columns.of(graph.networks());
    this.lanes = new Lanes(columns.ofBlocks(), columns.count(), graph.links());
    texts.add(new PlacedText(MARGIN, FIRST_LINE, graph.title(), Font.TITLE));
    texts.add(new PlacedText(MARGIN, FIRST_LINE + 22, graph.summary(), Font.LINE));
    placeNetworks();
    Ports ports = new Ports(graph.links(), lanes, blocks);
    graph.links().forEach(link -> routes.add(route(link, ports)));
  }

  /** Returns the words, none of which overlaps another. */
  List<PlacedText> texts() {
    return texts;
  }

  List<Rectangle> networks() {
    return networks;
  }

  Map<Block, Rectangle> blocks() {
    return blocks;
  }

  List<Route> routes() {
    return routes;
  }

  List<Junctions.Junction> junctions() {
    return Junctions.of(routes);
  }

  /** Returns the width of the whole picture, in pixels. */
  int width() {
    int widest = Math.max(LEAST_WIDTH, left(columns.count()) + gutter(columns.count()));
    for (PlacedText text : texts) {
      widest = Math.max(widest, text.box().right() + MARGIN);
    }
    return widest;
  }

  /** Returns where the networks end. */
  int bottom() {
    return bottom;
  }

  private void placeNetworks() {
    int top = BELOW_HEADER + lanes.across().size() * Lanes.APART;
    List<Integer> tops = new ArrayList<>(Collections.nCopies(columns.count(), top));
    bottom = top;
    for (Columns.Placed network : columns.placed()) {
      int y = tops.get(network.column());
      int height = 0;
      for (List<Block> stack : network.stacks()) {
        height = Math.max(height, columns.height(network.box(), stack));
      }
      int last = network.column() + network.stacks().size() - 1;
      int x = x(network.column());
      networks.add(
          new Rectangle(x - BORDER, y, x(last) + columns.width() - x + 2 * BORDER, height));
      placeWords(network.box(), x, y + Columns.HEAD - 11);
      int head = y + Columns.head(network.box());
      for (int i = 0; i < network.stacks().size(); i++) {
        placeBlocks(network.stacks().get(i), x(network.column() + i), head);
        tops.set(network.column() + i, y + height + Columns.GAP);
      }
      bottom = Math.max(bottom, y + height);
    }
  }

  private void placeWords(NetworkBox network, int x, int baseline) {
    texts.add(new PlacedText(x, baseline, network.title(), Font.HEADING));
    int y = baseline + 3;
    for (String line : network.lines()) {
      y += Font.LINE.leading();
      texts.add(new PlacedText(x, y, line, Font.LINE));
    }
  }

  private void placeBlocks(List<Block> stack, int x, int top) {
    int y = top;
    for (Block block : stack) {
      BlockShape shape = new BlockShape(block, columns.width());
      blocks.put(block, new Rectangle(x, y, columns.width(), shape.height()));
      texts.addAll(shape.texts(x, y));
      y += shape.height() + Columns.GAP;
    }
  }

  private Route route(Link link, Ports ports) {
    Bus bus = Bus.of(link);
    Lanes.Way way = lanes.way(link);
    int hubY = ports.y(link.hub(), way.from(), bus);
    int spokeY = ports.y(link.spoke(), way.to(), bus);
    int first = lane(way.from(), bus);
    int second = lane(way.to(), bus);
    List<Route.Point> points = new ArrayList<>();
    points.add(new Route.Point(side(link.hub(), way.from()), hubY));
    points.add(new Route.Point(first, hubY));
    if (way.isAcross()) {
      int y = BELOW_HEADER + lanes.across().indexOf(bus) * Lanes.APART;
      points.add(new Route.Point(first, y));
      points.add(new Route.Point(second, y));
    }
    points.add(new Route.Point(second, spokeY));
    points.add(new Route.Point(side(link.spoke(), way.to()), spokeY));
    if (link.from().equals(link.spoke())) {
      Collections.reverse(points);
    }
    return new Route(link, points);
  }

  /** Returns the side of a block that looks to a gutter. */
  private int side(Block block, int gutter) {
    int column = lanes.column(block);
    return gutter == column ? x(column) : x(column) + columns.width();
  }

  private int lane(int gutter, Bus bus) {
    int border = gutter == 0 ? MARGIN - Lanes.APART : BORDER;
    return left(gutter) + border + (lanes.gutter(gutter).indexOf(bus) + 1) * Lanes.APART;
  }

  /** Returns where a column's blocks begin. */
  private int x(int column) {
    return left(column) + gutter(column);
  }

  /** Returns where a gutter begins. */
  private int left(int gutter) {
    int left = 0;
    for (int i = 0; i < gutter; i++) {
      left += gutter(i) + columns.width();
    }
    return left;
  }

  private int gutter(int number) {
    int outside = MARGIN - Lanes.APART;
    int before = number == 0 ? outside : BORDER;
    int after = number == columns.count() ? outside : BORDER;
    return before + (lanes.gutter(number).size() + 1) * Lanes.APART + after;
  }
}
