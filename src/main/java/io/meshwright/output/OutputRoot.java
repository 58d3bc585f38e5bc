package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders above the clusters' ones, as they were before anything is written.
 *
 * @param missing those that do not exist, parents first
 * @param finding why they cannot hold output at all
 * @param readOnly why nothing new can be put into the last one that exists
 */
record OutputRoot(List<Path> missing, Optional<Diagnostic> finding, Optional<Diagnostic> readOnly) {

  /**
   * Looks at {@code directory}, at its parents where they are missing, and at {@code mesh} in it.
   */
  static OutputRoot look(Path directory, Path mesh) throws IOException {
    // a link that is named as "link/." is one, too
    Optional<Diagnostic> finding = refuse(directory.normalize());
    if (finding.isEmpty()) {
      finding = missingParent(directory);
    }
    if (finding.isEmpty()) {
      finding = refuse(mesh);
    }
    if (finding.isPresent()) {
      return new OutputRoot(List.of(), finding, Optional.empty());
    }
    List<Path> missing = new ArrayList<>();
    Path last = mesh.toAbsolutePath();
    Path shown = mesh;
    while (!Files.exists(last)) {
      missing.add(0, shown);
      last = parent(last);
      shown = shown.getParent() == null ? last : parent(shown);
    }
    Optional<Diagnostic> readOnly =
        Files.isWritable(last) ? Optional.empty() : Optional.of(OutputFindings.readOnly(shown));
    return new OutputRoot(List.copyOf(missing), Optional.empty(), readOnly);
  }

  boolean exists() {
    return missing.isEmpty() && finding.isEmpty();
  }

  private static Optional<Diagnostic> refuse(Path path) throws IOException {
    try {
      return Listing.look(path)
          .filter(entry -> !entry.isFolder())
          .map(entry -> OutputFindings.notFolder(path, entry.kind()));
    } catch (FileSystemException e) {
      // one of its parents is a file: missingParent names it
      return Optional.empty();
    }
  }

  /** Parents may be links: which folder they are is the user's decision, not the output's. */
  private static Optional<Diagnostic> missingParent(Path directory) {
    Path parent = directory.toAbsolutePath();
    while (!Files.exists(parent) && parent.getParent() != null) {
      parent = parent(parent);
    }
    if (Files.isDirectory(parent)) {
      return Optional.empty();
    }
    return Optional.of(OutputFindings.notFolder(parent, Listing.Kind.FILE));
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
