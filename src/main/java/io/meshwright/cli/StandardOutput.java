package io.meshwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The process's output, which remembers why it could not be written: a report on a full disk must
 * not look like one without findings.
 */
final class StandardOutput extends OutputStream {
  private static final String READER_LEFT = "Broken pipe";

  private final OutputStream stream;
  private Optional<String> failure = Optional.empty();

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      stream.write(bytes, start, length);
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Returns why something was not written; a reader that had enough, as {@code head}, is none. */
  Optional<String> failure() {
    return failure.filter(reason -> !reason.equals(READER_LEFT));
  }
}
