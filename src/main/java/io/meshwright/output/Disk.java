package io.meshwright.output;

import java.io.IOException;
import java.nio.file.Path;

/** Every step that changes the disk, so that a test can let each one fail. */
interface Disk {
  /** Creates one folder; its parent exists. */
  void createFolder(Path folder) throws IOException;

  /** Writes a new file, which must not exist, with the permissions that the user's mask allows. */
  void createFile(Path file, byte[] content) throws IOException;

  /** Puts {@code draft} in the place of {@code target}, in one step. */
  void replace(Path draft, Path target) throws IOException;

  /** Deletes a file, a link itself, or an empty folder; a missing one is fine. */
  void delete(Path path) throws IOException;
}
