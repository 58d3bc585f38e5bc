package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of a topology, out of which nothing is read: a topology may come from a stranger, and
 * must not show files of the machine that renders it.
 */
public final class TopologyFolder {
  private static final int MOST_NAMES = 1000;

  private final Path folder;

  private TopologyFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder that holds {@code topology}. */
  public static TopologyFolder of(Path topology) {
    Path folder = topology.toAbsolutePath().getParent();
    return new TopologyFolder(folder == null ? topology.toAbsolutePath() : folder);
  }

  /**
   * Returns the text of a file that the topology names.
   *
   * @param relativePath the file as the topology names it, with {@code /} between folders
   * @param shownName the file's name in findings about its content
   * @param whereNamed where the topology names it: findings about the file stand there
   */
  public Outcome<SourceText> read(String relativePath, String shownName, Location whereNamed) {
    try {
      Path named = Path.of(relativePath);
      Path file = folder.resolve(named).normalize();
      return named.isAbsolute() || !file.startsWith(folder.normalize())
          ? outside(relativePath, whereNamed)
          : read(file, relativePath, shownName, whereNamed);
    } catch (InvalidPathException e) {
      return failed("file-not-found", whereNamed, "this is no path of a file", "correct it");
    } catch (IOException e) {
      return failed(
          "unreadable-file",
          whereNamed,
          Words.quoted(relativePath) + " cannot be read",
          "name a file in the topology's folder that may be read");
    }
  }

  private Outcome<SourceText> read(
      Path file, String relativePath, String shownName, Location whereNamed) throws IOException {
    // Looked at before the file itself: not even whether a file exists outside may show.
    if (!nearestReal(file).startsWith(folder.toRealPath()) || isLinkOutwards(file)) {
      return outside(relativePath, whereNamed);
    }
    if (!Files.exists(file)) {
      return Files.isSymbolicLink(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? failed(
              "unreadable-file",
              whereNamed,
              Words.quoted(relativePath) + " is a link that leads nowhere",
              "name the file itself")
          : missing(relativePath, whereNamed);
    }
    return SourceFile.read(file.toRealPath(), shownName, whereNamed);
  }

  /** Returns the file without links, or of what leads to it the part that exists. */
  private Path nearestReal(Path file) throws IOException {
    Path part = file;
    while (!Files.exists(part) && part.getParent() != null && !part.equals(folder)) {
      part = part.getParent();
    }
    return part.toRealPath();
  }

  /** Says whether the file is a link to a name outside, whether or not that exists. */
  private boolean isLinkOutwards(Path file) throws IOException {
    if (!Files.isSymbolicLink(file) || Files.exists(file)) {
      return false;
    }
    Path target = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
    return !target.startsWith(folder.normalize());
  }

  private static Outcome<SourceText> outside(String relativePath, Location whereNamed) {
    return failed(
        "outside-topology-folder",
        whereNamed,
        Words.quoted(relativePath) + " lies outside the topology's folder",
        "copy the file into the topology's folder, or one below it, and name it from there");
  }

  private Outcome<SourceText> missing(String relativePath, Location whereNamed) {
    return failed(
        "file-not-found",
        whereNamed,
        "there is no file " + Words.quoted(relativePath) + " in the topology's folder",
        nearest(relativePath)
            .map(near -> "did you mean " + Words.quoted(near) + "?")
            .orElse("add the file, or correct its path"));
  }

  /** Returns a path of the same folder that differs in a few letters. */
  private Optional<String> nearest(String relativePath) {
    Path file = folder.resolve(relativePath).normalize();
    Path parent = file.getParent();
    Path name = file.getFileName();
    if (parent == null || name == null) {
      return Optional.empty();
    }
    String before = relativePath.substring(0, relativePath.lastIndexOf('/') + 1);
    return NearestName.of(name.toString(), names(parent)).map(near -> before + near);
  }

  private Set<String> names(Path parent) {
    Set<String> names = new TreeSet<>();
    try {
      if (!parent.toRealPath().startsWith(folder.toRealPath())) {
        return names;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
        for (Path entry : entries) {
          Path name = entry.getFileName();
          if (name != null && names.size() < MOST_NAMES) {
            names.add(name.toString());
          }
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Only a suggestion is lost.
      names.clear();
    }
    return names;
  }

  private static Outcome<SourceText> failed(
      String rule, Location place, String message, String help) {
    return Outcome.failed(List.of(Diagnostic.error(rule, place, message, help)));
  }
}
