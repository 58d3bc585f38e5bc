package io.meshwright.cli;

/** The arguments are well formed and still do not say what to do. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String help;

  /** Says what is wrong, in one line, and what to do about it. */
  UsageException(String message, String help) {
    super(message);
    this.help = help;
  }

  String help() {
    return help;
  }
}
