package io.meshwright.cli;

import io.meshwright.report.VisibleText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the disk says, in words: the system's own are often a path and nothing else. */
final class DiskFailure {
  private DiskFailure() {}

  /** Returns one line that names the file and the reason, as far as the system tells. */
  static String words(IOException failure) {
    if (!(failure instanceof FileSystemException named) || named.getFile() == null) {
      return VisibleText.of(String.valueOf(failure.getMessage()));
    }
    return VisibleText.of(named.getFile()) + ": " + VisibleText.of(reason(named));
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    String reason = failure.getReason();
    return reason == null ? "the disk refused it" : reason;
  }
}
