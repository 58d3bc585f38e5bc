package io.meshwright.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Fails at one step, after having done half of it where halves exist. */
final class FailingDisk implements Disk {
  /** The process is killed: nothing more happens. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  enum Way {
    KILL,
    FULL_ONCE,
    FULL_FROM_NOW_ON
  }

  private final Disk disk = new LocalDisk();
  private final int failing;
  private final Way way;
  private int steps;

  FailingDisk(int failing, Way way) {
    this.failing = failing;
    this.way = way;
  }

  /** Returns whether the failing step was reached. */
  boolean failed() {
    return steps >= failing;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    disk.createFolder(folder);
  }

  @Override
  public void createFile(Path file, byte[] content) throws IOException {
    try {
      step();
    } catch (IOException | Killed e) {
      if (steps == failing) {
        disk.createFile(file, Arrays.copyOf(content, content.length / 2));
      }
      throw e;
    }
    disk.createFile(file, content);
  }

  @Override
  public void replace(Path draft, Path target) throws IOException {
    step();
    disk.replace(draft, target);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (way == Way.FULL_FROM_NOW_ON && failed()) {
      // deleting needs no space
      disk.delete(path);
      return;
    }
    step();
    disk.delete(path);
  }

  private void step() throws IOException {
    steps++;
    if (way == Way.KILL && failed()) {
      throw new Killed();
    }
    if (steps == failing || (way == Way.FULL_FROM_NOW_ON && failed())) {
      throw new IOException("No space left on device");
    }
  }
}
