package io.meshwright.cli;

import io.meshwright.report.VisibleText;
import java.io.IOException;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Warmup.start(arguments);
    StandardOutput out = new StandardOutput();
    Terminal terminal = Terminal.standard(out);
    int code = run(arguments, terminal);
    terminal.flush();
    System.exit(finish(code, out, terminal));
  }

  /** Results that could not be written are no success. */
  static int finish(int code, StandardOutput out, Terminal terminal) {
    if (out.failure().isEmpty()) {
      return code;
    }
    terminal.fail("standard output: " + VisibleText.of(out.failure().get()));
    terminal.flush();
    return Math.max(code, ExitCode.FINDINGS);
  }

  /** Runs one command and returns its {@link ExitCode}. */
  static int run(String[] arguments, Terminal terminal) {
    try {
      return Dispatcher.run(arguments, terminal);
    } catch (UsageException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      terminal.hint(e.help());
      return ExitCode.USAGE;
    } catch (IOException e) {
      terminal.fail(DiskFailure.words(e));
      return ExitCode.FINDINGS;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The one place that may: whatever goes wrong, the caller gets a code and a few words.
      return bug(e, arguments, terminal);
    }
  }

  private static int bug(Throwable failure, String[] arguments, Terminal terminal) {
    String what = failure instanceof OutOfMemoryError ? "the memory is used up" : "a bug";
    terminal.fail("internal error: " + what + " (" + failure.getClass().getSimpleName() + ")");
    for (String argument : arguments) {
      if (argument.equals(Options.STACKTRACE)) {
        failure.printStackTrace(terminal.err());
        return ExitCode.BUG;
      }
    }
    terminal.err().print("please report it with what " + Options.STACKTRACE + " prints\n");
    return ExitCode.BUG;
  }
}
