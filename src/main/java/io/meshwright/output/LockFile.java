package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lock as it lies in a cluster's folder.
 *
 * @param text its text; empty when there is none
 * @param content what it owns
 * @param finding why it cannot be relied on
 */
record LockFile(Optional<String> text, Lock content, Optional<Diagnostic> finding) {
  /** A lock of 16 MiB lists 150 000 files: what is longer was not written by us. */
  private static final long LIMIT = 16L << 20;

  /** Reads the lock of {@code folder}; one that equals {@code expected} need not be understood. */
  static LockFile read(ClusterFolder folder, Lock expected) throws IOException {
    Optional<Listing.Entry> found = folder.found().at(Lock.NAME);
    if (found.isEmpty()) {
      return new LockFile(Optional.empty(), new Lock(), Optional.empty());
    }
    Path file = found.get().path();
    if (!found.get().isFile()) {
      return broken(OutputFindings.unreadableLock(file, "a " + found.get().kind().word()));
    }
    if (found.get().size() > LIMIT) {
      return broken(OutputFindings.unreadableLock(file, "longer than 16 MiB"));
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (text.equals(expected.text())) {
      return new LockFile(Optional.of(text), expected, Optional.empty());
    }
    LockReader reader = LockReader.read(OutputFindings.shown(file), text);
    return new LockFile(Optional.of(text), reader.lock(), reader.finding());
  }

  /** Returns what the lock of {@code folder} owns; a broken one is told when it is read. */
  static Lock content(Path folder) throws IOException {
    SortedMap<String, Listing.Entry> entries = new TreeMap<>();
    Listing.look(folder.resolve(Lock.NAME)).ifPresent(lock -> entries.put(Lock.NAME, lock));
    Listing found = new Listing(Optional.empty(), entries);
    return read(new ClusterFolder(folder, found, false, Set.of()), new Lock()).content();
  }

  private static LockFile broken(Diagnostic finding) {
    return new LockFile(Optional.empty(), new Lock(), Optional.of(finding));
  }

  /**
   * Returns how this lock becomes one that lists {@code after}, by way of one that also knows what
   * is {@code touched} meanwhile.
   */
  Work.LockSteps steps(ClusterFolder folder, Lock after, Lock touched) {
    if (folder.gone()) {
      Optional<String> before =
          content.covers(touched) ? Optional.empty() : Optional.of(with(content, touched));
      return text.isEmpty()
          ? Work.LockSteps.UNCHANGED
          : new Work.LockSteps(before, Optional.empty(), true);
    }
    if (text.isEmpty() && after.isEmpty()) {
      return Work.LockSteps.UNCHANGED;
    }
    String last = after.text();
    Optional<String> before =
        content.covers(touched) ? Optional.empty() : Optional.of(with(after, touched));
    String current = before.or(() -> text).orElse("");
    return new Work.LockSteps(
        before, current.equals(last) ? Optional.empty() : Optional.of(last), false);
  }

  private static String with(Lock one, Lock other) {
    Lock both = new Lock();
    both.addAll(one);
    both.addAll(other);
    return both.text();
  }
}
