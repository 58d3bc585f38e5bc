package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that is private and goes when it is closed, and also when this JVM ends in any way.
 *
 * @param path the folder
 * @param guard the shell that removes it
 */
record Scratch(Path path, Process guard) implements AutoCloseable {
  /**
   * Removes the folder once told to, or once nobody can tell any more: then whoever writes into it
   * is being ended, too.
   */
  private static final String GUARD =
      """
      trap '' HUP INT TERM
      read -r told || for round in 1 2 3 4 5; do
        rm -rf "$1" 2>/dev/null
        sleep 0.2
      done
      rm -rf "$1"
      """;

  /** Creates one in {@code root}, whatever lies there already. */
  static Scratch in(Path root) throws IOException {
    Files.createDirectories(root);
    Path path = Files.createTempDirectory(root.toAbsolutePath(), "server");
    boolean guarded = false;
    try {
      Process guard = new ProcessBuilder("sh", "-c", GUARD, "sh", path.toString()).start();
      guarded = true;
      return new Scratch(path, guard);
    } finally {
      if (!guarded) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (guard.isAlive()) {
      try (OutputStream told = guard.getOutputStream()) {
        told.write("now\n".getBytes(UTF_8));
      }
    }
    assertEquals(0, guard.onExit().join().exitValue(), () -> path + " stays");
  }
}
