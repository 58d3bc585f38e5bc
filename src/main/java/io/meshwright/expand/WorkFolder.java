package io.meshwright.expand;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A folder of our own outside of everything, in which istioctl runs; it goes when it is closed. */
final class WorkFolder implements Closeable {
  private final Path folder;
  private final AtomicInteger runs = new AtomicInteger();

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  static WorkFolder create() throws IOException {
    // only its owner can enter it
    return new WorkFolder(Files.createTempDirectory("meshwright-expand"));
  }

  /** Returns an empty folder for one run. */
  Path next() throws IOException {
    return Files.createDirectory(folder.resolve(String.valueOf(runs.incrementAndGet())));
  }

  /** Deletes a folder and all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> below;
    try (Stream<Path> files = Files.walk(folder)) {
      below = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : below) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
