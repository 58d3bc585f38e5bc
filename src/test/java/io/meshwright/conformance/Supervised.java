package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.meshwright.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that ends when it is closed, and also when this JVM ends in any way.
 *
 * @param name the program's name
 * @param process the shell that watches over it
 * @param log what it prints
 */
record Supervised(String name, Process process, Path log) implements AutoCloseable {
  private static final int LAST_LINES = 5;

  /** Ends the program when nobody holds the other end of standard input any more. */
  private static final String WATCH =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      program=$!
      { read -r _ <&3; kill -9 $program; } >/dev/null 2>&1 &
      watch=$!
      exec 3<&-
      wait $program
      code=$?
      kill $watch 2>/dev/null
      exit $code
      """;

  static Supervised start(Path program, Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(Tool.SELDOM);
    return new Supervised(program.getFileName().toString(), builder.start(), log);
  }

  /** Waits that long at most, and returns whether it has ended. */
  boolean endsWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Lets the program end, and does not wait for that. */
  void end() {
    try {
      process.getOutputStream().close();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** Returns its name, how it ended if it did, and the last that it printed. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, UTF_8);
      int from = Math.max(0, lines.size() - LAST_LINES);
      return name
          + (process.isAlive() ? ": " : " ended with exit code " + process.exitValue() + ": ")
          + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    end();
    process.onExit().join();
  }
}
