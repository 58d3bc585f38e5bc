package io.meshwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of others, where the machine has it.
 *
 * @param file the program
 */
public record Tool(Path file) {
  /**
   * Lets Go's programs look for garbage less often: what runs for a test has memory enough, and
   * spends a third of its time on that.
   */
  public static final Map<String, String> SELDOM = Map.of("GOGC", "400");

  private static final int MINUTES = 5;

  /**
   * What a run printed.
   *
   * @param exit its exit code
   * @param out what it printed
   * @param error what it complained about
   */
  public record Run(int exit, String out, String error) {}

  /** Returns the program of that name on the PATH. */
  public static Optional<Tool> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(new Tool(file));
      }
    }
    return Optional.empty();
  }

  /** Runs it to its end. */
  public Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("tool", ".out");
    Path error = Files.createTempFile("tool", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
      builder.environment().putAll(SELDOM);
      Process process = builder.start();
      // a program that asks its user something learns that there is none
      process.getOutputStream().close();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertTrue(ended, () -> command + " does not end");
      return new Run(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(error, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(error);
    }
  }
}
