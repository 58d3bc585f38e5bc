package io.meshwright.expand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a program: in an empty folder, with an environment that names no cluster, no home of
 * the user and no proxy, and within limits. What it prints goes into files, so that nobody waits
 * for a pipe that a child of it keeps open.
 *
 * @param stopped why it was ended before it ended itself
 * @param exit its exit code; meaningless when it was stopped
 * @param out what it printed
 * @param complaint what it wrote to its error stream, the end of it
 */
record ProgramRun(Optional<String> stopped, int exit, Path out, String complaint) {
  /** As Java 17 says it, {@code error=13, Permission denied}, and as later ones do. */
  private static final Pattern NUMBERED = Pattern.compile("error[=:] ?\\d+,? \\(?([^()]+)\\)?$");

  private static final int LOOK_EVERY_MILLIS = 100;

  /** Enough for a whole key to be seen as one, and left out. */
  private static final int COMPLAINT = 64 * 1024;

  /**
   * Runs a program to its end.
   *
   * @param folder an empty folder, whose files the arguments may name, and which is used up
   */
  static ProgramRun of(Path program, List<String> arguments, Path folder, Limits limits)
      throws IOException, InterruptedException {
    Path out = folder.resolve("printed");
    Path error = folder.resolve("complained");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(error.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(folder));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new ProgramRun(Optional.of("cannot be started"), -1, out, reason(e));
    }
    try {
      // a program that asks its user something learns that there is none
      process.getOutputStream().close();
      Optional<String> stopped = await(process, List.of(out, error), limits);
      int exit = stopped.isPresent() ? -1 : process.exitValue();
      return new ProgramRun(stopped, exit, out, end(error));
    } finally {
      end(process);
    }
  }

  /** The system's own words stand behind its number of the error. */
  private static String reason(IOException failure) {
    String words = String.valueOf(failure.getMessage()).strip();
    Matcher numbered = NUMBERED.matcher(words);
    return numbered.find() ? numbered.group(1) : words;
  }

  /**
   * Whatever it starts by itself finds the usual programs, and nothing of the user's. A KUBECONFIG
   * that names no file would make istioctl 1.5 print a warning among the objects.
   */
  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "HOME",
        folder.toString(),
        "TMPDIR",
        folder.toString(),
        "PATH",
        "/usr/bin:/bin",
        "LC_ALL",
        "C");
  }

  private static Optional<String> await(Process process, List<Path> files, Limits limits)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limits.time().toNanos();
    boolean ended = false;
    while (!ended) {
      ended = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      for (Path file : files) {
        if (Files.size(file) > limits.printed()) {
          return Optional.of("prints more than " + limits.printed() + " bytes");
        }
      }
      if (!ended && System.nanoTime() - end > 0) {
        return Optional.of("does not end within " + seconds(limits.time()));
      }
    }
    return Optional.empty();
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  /** Returns the beginning of what it printed. */
  String start() throws IOException {
    try (InputStream printed = Files.newInputStream(out)) {
      return new String(printed.readNBytes(COMPLAINT), StandardCharsets.UTF_8);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String end(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - COMPLAINT));
      ByteBuffer bytes = ByteBuffer.allocate(COMPLAINT);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // until it is full or all is read
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
