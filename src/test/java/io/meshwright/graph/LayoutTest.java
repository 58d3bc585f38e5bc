package io.meshwright.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a mesh is, nothing of its picture covers something else. */
@ParameterizedClass
@MethodSource("seeds")
class LayoutTest {
  private final MeshFacts mesh;
  private final MeshGraph graph;
  private final Layout layout;
  private final Footer footer;

  LayoutTest(long seed) {
    mesh = RandomFacts.of(seed, seed % 2 == 0);
    graph = MeshGraph.of(mesh);
    layout = new Layout(graph);
    footer = new Footer(graph, layout.width(), layout.bottom());
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void noTwoWordsOverlap() {
    List<PlacedText> texts = new ArrayList<>(layout.texts());
    texts.addAll(footer.texts());
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        PlacedText one = texts.get(i);
        PlacedText other = texts.get(j);
        assertFalse(one.box().overlaps(other.box()), () -> one + " covers " + other);
      }
    }
  }

  @Test
  void everythingLiesInThePicture() {
    Rectangle picture = new Rectangle(0, 0, layout.width(), footer.height());
    layout.texts().forEach(text -> assertTrue(picture.holds(text.box()), text::toString));
    footer.texts().forEach(text -> assertTrue(picture.holds(text.box()), text::toString));
    layout.networks().forEach(box -> assertTrue(picture.holds(box), box::toString));
    for (Route route : layout.routes()) {
      for (Rectangle part : parts(route)) {
        assertTrue(picture.holds(part), () -> route + " leaves " + picture);
      }
    }
  }

  @Test
  void everyBlockLiesInOneNetworkAndOverNoOther() {
    List<Rectangle> blocks = List.copyOf(layout.blocks().values());
    for (int i = 0; i < blocks.size(); i++) {
      Rectangle block = blocks.get(i);
      assertEquals(1, layout.networks().stream().filter(box -> box.holds(block)).count());
      assertFalse(blocks.subList(0, i).stream().anyMatch(block::overlaps), block::toString);
    }
    assertEquals(graph.blocks().size(), blocks.size());
  }

  @Test
  void noLineRunsThroughABlockOrWords() {
    for (Route route : layout.routes()) {
      for (Rectangle part : parts(route)) {
        assertFalse(layout.blocks().values().stream().anyMatch(part::overlaps), route::toString);
        for (PlacedText text : layout.texts()) {
          assertFalse(part.overlaps(text.box()), () -> route + " runs through " + text);
        }
      }
    }
  }

  /** Otherwise nobody could tell which of two lines goes where. */
  @Test
  void noTwoLinesRunOneOnTheOtherUnlessTheyShareAPrimary() {
    for (Route route : layout.routes()) {
      for (Route other : layout.routes()) {
        if (Bus.of(route.link()).equals(Bus.of(other.link()))) {
          boolean same = route.link().spoke().equals(other.link().spoke());
          assertTrue(same || !turnAt(route).equals(turnAt(other)), () -> route + " " + other);
          continue;
        }
        for (Rectangle part : parts(route)) {
          for (Rectangle crossing : parts(other)) {
            assertFalse(runsAlong(part, crossing), () -> route + " on " + other);
          }
        }
      }
    }
  }

  /** With an arrow at each of three ends, any two of them might be meant. */
  @Test
  void noLineThatMeansBothDirectionsSharesItsWay() {
    for (Route route : layout.routes()) {
      for (Route other : layout.routes()) {
        if (!route.equals(other) && route.link().kind() == Link.Kind.WATCH_EACH_OTHER) {
          assertFalse(share(route, other), () -> route + " on " + other);
        }
      }
    }
  }

  @Test
  void aDotStandsWhereLinesPartAndNowhereElse() {
    Set<Route.Point> dots = new LinkedHashSet<>();
    layout.junctions().forEach(junction -> dots.add(junction.at()));
    for (Route.Point dot : dots) {
      assertTrue(layout.routes().stream().filter(route -> passes(route, dot)).count() > 1);
    }
    for (Route route : layout.routes()) {
      for (Route other : layout.routes()) {
        if (!route.equals(other) && share(route, other)) {
          assertTrue(
              dots.stream().anyMatch(dot -> passes(route, dot) && passes(other, dot)),
              () -> route + " and " + other + " part without a dot");
        }
      }
    }
  }

  @Test
  void everyLineEndsAtItsBlocks() {
    assertEquals(graph.links().size(), layout.routes().size());
    for (Route route : layout.routes()) {
      assertAtSide(route.start(), route.link().from(), route);
      assertAtSide(route.end(), route.link().to(), route);
    }
  }

  @Test
  void everyClusterIsThere() {
    List<String> words = layout.texts().stream().map(PlacedText::words).toList();
    mesh.clusters().forEach(facts -> assertTrue(words.contains(Label.of(facts.cluster().name()))));
  }

  private static boolean share(Route route, Route other) {
    return parts(route).stream()
        .anyMatch(part -> parts(other).stream().anyMatch(along -> runsAlong(part, along)));
  }

  private static boolean runsAlong(Rectangle part, Rectangle other) {
    boolean upright = part.width() == 1 && other.width() == 1 && part.x() == other.x();
    boolean level = part.height() == 1 && other.height() == 1 && part.y() == other.y();
    return (upright || level) && part.overlaps(other);
  }

  private static boolean passes(Route route, Route.Point point) {
    Rectangle at = new Rectangle(point.x(), point.y(), 1, 1);
    return route.points().contains(point) || parts(route).stream().anyMatch(at::overlaps);
  }

  /** Returns where a line leaves the lane for its spoke. */
  private static Route.Point turnAt(Route route) {
    boolean starts = route.link().from().equals(route.link().spoke());
    return route.points().get(starts ? 1 : route.points().size() - 2);
  }

  private void assertAtSide(Route.Point end, Block block, Route route) {
    Rectangle at = layout.blocks().getOrDefault(block, new Rectangle(-1, -1, 0, 0));
    assertTrue(end.x() == at.x() || end.x() == at.right(), () -> route + " misses " + at);
    assertTrue(at.y() < end.y() && end.y() < at.bottom(), () -> route + " misses " + at);
  }

  /** The segments of a line, without the points at which it touches its blocks. */
  private static List<Rectangle> parts(Route route) {
    List<Rectangle> parts = new ArrayList<>();
    for (int i = 1; i < route.points().size(); i++) {
      Route.Point a = route.points().get(i - 1);
      Route.Point b = route.points().get(i);
      assertTrue(a.x() == b.x() || a.y() == b.y(), route::toString);
      parts.add(
          new Rectangle(
              Math.min(a.x(), b.x()),
              Math.min(a.y(), b.y()),
              Math.max(1, Math.abs(a.x() - b.x())),
              Math.max(1, Math.abs(a.y() - b.y()))));
    }
    return parts;
  }
}
