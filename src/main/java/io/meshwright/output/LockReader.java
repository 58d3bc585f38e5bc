package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a lock, which people merge and anybody may have written: a bad one is a finding. */
final class LockReader {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\s\\\\]{1,512})");
  private static final Pattern EXPANDED =
      Pattern.compile(
          Pattern.quote(Lock.EXPANDED)
              + "([0-9a-z][0-9a-z.-]{0,63}): ([0-9a-f]{64})  ([^\\s\\\\]{1,512}\\.yaml)");
  private static final Pattern MARKER = Pattern.compile("(<<<<<<<|=======|>>>>>>>|\\|{7})(\\s.*)?");

  private final String file;
  private final Lock lock = new Lock();
  private Optional<Diagnostic> finding = Optional.empty();

  private LockReader(String file) {
    this.file = file;
  }

  /** Reads {@code text}, and calls the lock {@code file} where it is broken. */
  static LockReader read(String file, String text) {
    LockReader reader = new LockReader(file);
    int number = 0;
    for (int start = 0; start < text.length() && reader.finding.isEmpty(); ) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      reader.line(++number, text.substring(start, stop).stripTrailing());
      start = stop + 1;
    }
    return reader;
  }

  /** Returns what the lock lists; up to the broken line when there is a finding. */
  Lock lock() {
    return lock;
  }

  Optional<Diagnostic> finding() {
    return finding;
  }

  private void line(int number, String line) {
    if (line.startsWith(Lock.EXPANDED)) {
      expansion(number, EXPANDED.matcher(line));
      return;
    }
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (MARKER.matcher(line).matches()) {
      finding = Optional.of(OutputFindings.conflictInLock(file, number));
      return;
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      finding = Optional.of(OutputFindings.malformedLock(file, number));
      return;
    }
    if (!OutputPath.isSafe(parts.group(2))) {
      finding = Optional.of(OutputFindings.unsafeLock(file, number));
      return;
    }
    lock.add(new OutputPath(parts.group(2)), parts.group(1));
  }

  private void expansion(int number, Matcher parts) {
    if (!parts.matches()) {
      finding = Optional.of(OutputFindings.malformedLock(file, number));
    } else if (!OutputPath.isSafe(parts.group(3))) {
      finding = Optional.of(OutputFindings.unsafeLock(file, number));
    } else {
      OutputPath expanded = new OutputPath(parts.group(3));
      lock.add(new ExpandedFile(expanded, parts.group(2), parts.group(1)));
    }
  }
}
