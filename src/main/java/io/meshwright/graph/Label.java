package io.meshwright.graph;

import io.meshwright.model.Address;
import io.meshwright.text.Words;

/** Words of the topology as a picture shows them: on one line, visible, and not too long. */
final class Label {
  /** Longer words lose their middle: the longest name of a cluster stays whole. */
  private static final int LONGEST = 72;

  private static final int REPLACEMENT = 0xFFFD;

  private Label() {}

  /** Returns {@code text} with what nobody could see replaced, and its middle when too long. */
  static String of(String text) {
    int[] points = text.codePoints().map(Label::visible).toArray();
    if (points.length <= LONGEST) {
      return new String(points, 0, points.length);
    }
    int kept = LONGEST / 2;
    return new String(points, 0, kept)
        + "…"
        + new String(points, points.length - kept + 1, kept - 1);
  }

  /** Returns an address with its port; a pending one is called so. */
  static String of(Address address, int port) {
    if (address.isPending()) {
      return "pending (port " + port + ")";
    }
    return of((address.isIpv6() ? "[" + address.text() + "]" : address.text()) + ":" + port);
  }

  private static int visible(int point) {
    return Words.isVisible(point) ? point : REPLACEMENT;
  }
}
