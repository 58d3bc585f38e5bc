package io.meshwright.output;

/** How one file of a cluster's folder differs from what is rendered. */
public sealed interface Change {
  /** Returns the file, inside its cluster's folder. */
  OutputPath path();

  /** Returns what happens to the file, as a person reads it: {@code added}, {@code changed}… */
  String word();

  /**
   * A file that is not there yet.
   *
   * @param path the file, inside its cluster's folder
   */
  record Added(OutputPath path) implements Change {
    @Override
    public String word() {
      return "added";
    }
  }

  /**
   * A file that holds something else.
   *
   * @param path the file, inside its cluster's folder
   */
  record Modified(OutputPath path) implements Change {
    @Override
    public String word() {
      return "changed";
    }
  }

  /**
   * A file that Meshwright wrote and that nothing renders any more.
   *
   * @param path the file, inside its cluster's folder
   */
  record Removed(OutputPath path) implements Change {
    @Override
    public String word() {
      return "removed";
    }
  }
}
