package io.meshwright.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says what the disk refused in words that a person can act on. */
final class DiskFailure {
  private DiskFailure() {}

  static IOException reading(IOException cause) {
    return new IOException("the output cannot be read: " + reason(cause), cause);
  }

  /** Returns the failure of a write, with the {@code state} that it left the folder in. */
  static IOException writing(IOException cause, String state) {
    return new IOException("the output cannot be written: " + reason(cause) + "; " + state, cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      String why = file.getReason() == null ? kind(file, file.getFile()) : file.getReason();
      return OutputFindings.shown(Path.of(file.getFile())) + ": " + why;
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static String kind(FileSystemException cause, String file) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists already, another run may be writing it";
    }
    if (!(cause instanceof NoSuchFileException)) {
      return "the disk refused it";
    }
    return Draft.isDraft(file)
        ? "it is gone, another run is writing into the same folder"
        : "it does not exist";
  }
}
