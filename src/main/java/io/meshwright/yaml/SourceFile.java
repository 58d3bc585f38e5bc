package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Reads the text of a file, and says what is wrong with it when it has none. */
public final class SourceFile {
  private SourceFile() {}

  /**
   * Returns the text of a regular file in UTF-8.
   *
   * @param file where it is; symbolic links are followed
   * @param shownName its name in findings, which stand at its start
   */
  public static Outcome<SourceText> read(Path file, String shownName) {
    return read(file, shownName, Location.startOf(shownName));
  }

  /** Returns the text of a regular file in UTF-8; findings stand at {@code place}. */
  static Outcome<SourceText> read(Path file, String shownName, Location place) {
    try {
      Optional<Diagnostic> unfit = unfit(file, shownName, place);
      if (unfit.isPresent()) {
        return Outcome.failed(List.of(unfit.get()));
      }
      byte[] bytes = bytes(file);
      if (bytes.length > SourceLimits.FILE) {
        return Outcome.failed(List.of(SourceLimits.file(place)));
      }
      return decode(bytes, shownName, place);
    } catch (NoSuchFileException e) {
      return failed("file-not-found", place, "there is no file " + shownName, "correct the path");
    } catch (AccessDeniedException e) {
      return failed(
          "unreadable-file", place, shownName + " may not be read", "change its permissions");
    } catch (IOException e) {
      return failed(
          "unreadable-file", place, shownName + " cannot be read", "try another disk or copy");
    }
  }

  /** Looks before the file is opened: opening a pipe waits, and a device never ends. */
  private static Optional<Diagnostic> unfit(Path file, String shownName, Location place)
      throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      return Optional.empty();
    }
    boolean folder = attributes.isDirectory();
    return Optional.of(
        Diagnostic.error(
            "not-a-file",
            place,
            shownName + (folder ? " is a folder" : " is a device or a pipe") + ", not a file",
            folder ? "name a file in it" : "name an ordinary file"));
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return input.readNBytes(SourceLimits.FILE + 1);
    }
  }

  private static Outcome<SourceText> decode(byte[] bytes, String shownName, Location place) {
    if (isUtf16(bytes)) {
      return failed(
          "not-utf-8", place, shownName + " is in UTF-16, not in UTF-8", "save it as UTF-8");
    }
    for (byte b : bytes) {
      if (b == 0) {
        return failed(
            "not-utf-8", place, shownName + " is a binary file, not a text", "name a text file");
      }
    }
    int mark = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    try {
      ByteBuffer content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(content)
              .toString();
      return text.isBlank()
          ? Outcome.failed(List.of(SourceFindings.empty(place, shownName)))
          : Outcome.of(new SourceText(shownName, text), List.of());
    } catch (CharacterCodingException e) {
      return failed("not-utf-8", place, shownName + " is not in UTF-8", "save it as UTF-8");
    }
  }

  /** Says whether a byte order mark, or a zero in one of the first two bytes, tells UTF-16. */
  private static boolean isUtf16(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      return true;
    }
    return bytes.length >= 4
        && bytes.length % 2 == 0
        && (isAsciiWithZeros(bytes, 0) || isAsciiWithZeros(bytes, 1));
  }

  /** Says whether the first letters are ASCII in every other byte and zero between. */
  private static boolean isAsciiWithZeros(byte[] bytes, int first) {
    for (int i = 0; i < Math.min(bytes.length, 16) - 1; i += 2) {
      if (bytes[i + first] <= 0 || bytes[i + 1 - first] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static Outcome<SourceText> failed(
      String rule, Location place, String message, String help) {
    return Outcome.failed(List.of(Diagnostic.error(rule, place, message, help)));
  }
}
