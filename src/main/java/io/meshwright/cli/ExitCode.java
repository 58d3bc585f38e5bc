package io.meshwright.cli;

/** What the process tells the shell. */
final class ExitCode {
  /** Done, and nothing is wrong. */
  static final int OK = 0;

  /** Something was found: errors in a topology, or drift in the output folder. */
  static final int FINDINGS = 1;

  /** The command line does not say what to do. */
  static final int USAGE = 2;

  /** A bug of Meshwright. */
  static final int BUG = 3;

  private ExitCode() {}
}
