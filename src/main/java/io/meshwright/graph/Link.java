package io.meshwright.graph;

/**
 * A line between two blocks.
 *
 * @param kind what it says
 * @param from the block that begins the connection
 * @param to the block that it ends at
 */
record Link(Kind kind, Block from, Block to) {
  /** What a line says of its two ends. */
  enum Kind {
    /** Proxies of the first dial the istiod of the second. */
    DIALS("dials istiod"),
    /** The istiod of the first reads the API server of the second. */
    WATCHES("reads API server"),
    /** The istiod of the first takes the mesh's configuration from the second. */
    TAKES_CONFIGURATION("takes configuration from"),
    /** The istiod of each reads the API server of the other. */
    WATCH_EACH_OTHER("read each other's API server");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Returns the end that other lines of this kind may share: the cluster that runs the istiod. */
  Block hub() {
    return kind == Kind.DIALS ? to : from;
  }

  /** Returns the other end. */
  Block spoke() {
    return kind == Kind.DIALS ? from : to;
  }

  /** Returns the line in words. */
  String sentence() {
    return from.heading()
        + (kind == Kind.WATCH_EACH_OTHER ? " and " + to.heading() : "")
        + " "
        + switch (kind) {
          case DIALS -> "dials the istiod of " + to.heading();
          case WATCHES -> "reads the API server of " + to.heading();
          case TAKES_CONFIGURATION -> "takes the mesh's configuration from " + to.heading();
          case WATCH_EACH_OTHER -> kind.words();
        };
  }
}
