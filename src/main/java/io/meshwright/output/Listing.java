package io.meshwright.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a folder, taken once and without following a symbolic link.
 *
 * @param root the folder itself; empty when nothing is there
 * @param entries everything below it, by its path inside the folder with forward slashes
 */
record Listing(Optional<Entry> root, SortedMap<String, Entry> entries) {
  static final Listing NOTHING = new Listing(Optional.empty(), new TreeMap<>());

  enum Kind {
    FILE("file"),
    FOLDER("folder"),
    LINK("symbolic link"),
    OTHER("device or pipe");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * One thing that lies there.
   *
   * @param path where
   * @param kind what it is, the link itself if it is one
   * @param size the length in bytes of a file
   */
  record Entry(Path path, Kind kind, long size) {
    boolean isFile() {
      return kind == Kind.FILE;
    }

    boolean isFolder() {
      return kind == Kind.FOLDER;
    }
  }

  Listing {
    entries = Collections.unmodifiableSortedMap(entries);
  }

  Optional<Entry> at(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  boolean isFolder(String path) {
    return at(path).filter(Entry::isFolder).isPresent();
  }

  /** Lists everything below {@code folder}. */
  static Listing deep(Path folder) throws IOException {
    return of(folder, Integer.MAX_VALUE);
  }

  /** Lists what lies directly in {@code folder}. */
  static Listing flat(Path folder) throws IOException {
    return of(folder, 1);
  }

  private static Listing of(Path folder, int depth) throws IOException {
    Optional<Entry> root = look(folder);
    NavigableMap<String, Entry> entries = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>();
    if (root.filter(Entry::isFolder).isPresent()) {
      open.add("");
    }
    while (!open.isEmpty()) {
      String prefix = open.remove();
      list(folder.resolve(prefix), prefix, entries);
      if (depth > 1) {
        for (var entry : entries.tailMap(prefix, false).entrySet()) {
          if (!entry.getKey().startsWith(prefix)) {
            break;
          }
          if (entry.getValue().isFolder() && entry.getKey().indexOf('/', prefix.length()) < 0) {
            open.add(entry.getKey() + "/");
          }
        }
      }
    }
    return new Listing(root, entries);
  }

  private static void list(Path folder, String prefix, SortedMap<String, Entry> entries)
      throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        Optional<Entry> entry = look(path);
        entry.ifPresent(found -> entries.put(prefix + path.getFileName(), found));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Looks at {@code path} itself, which may be missing. */
  static Optional<Entry> look(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(new Entry(path, kind(attributes), attributes.size()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Kind kind(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return Kind.FILE;
    }
    if (attributes.isDirectory()) {
      return Kind.FOLDER;
    }
    return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
  }
}
