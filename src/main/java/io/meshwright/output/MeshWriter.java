package io.meshwright.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes the folders of all clusters: no file changes before every draft of every cluster lies on
 * the disk.
 */
final class MeshWriter {
  private final Disk disk;
  private final List<ClusterWriter> clusters = new ArrayList<>();
  private final Deque<Path> created = new ArrayDeque<>();

  MeshWriter(Disk disk, List<ClusterComparison> comparisons) {
    this.disk = disk;
    Draft names = Draft.ofThisRun();
    for (ClusterComparison comparison : comparisons) {
      clusters.add(new ClusterWriter(disk, names, comparison));
    }
  }

  /** Creates {@code folders}, parents first, and then writes every cluster. */
  void write(List<Path> folders) throws IOException {
    try {
      for (Path folder : folders) {
        disk.createFolder(folder);
        created.push(folder);
      }
      InParallel.each(clusters, ClusterWriter::draft);
    } catch (IOException e) {
      IOException failure = failure(e, "no file was changed");
      undo(failure);
      throw failure;
    }
    try {
      InParallel.each(clusters, ClusterWriter::commit);
    } catch (IOException e) {
      IOException failure =
          failure(e, "every file is either old or new, and the same command finishes the work");
      for (ClusterWriter cluster : clusters) {
        attempt(cluster::discard, failure);
      }
      throw failure;
    }
  }

  private void undo(IOException failure) {
    for (ClusterWriter cluster : clusters) {
      attempt(cluster::discard, failure);
      attempt(cluster::discardFolders, failure);
    }
    for (Path folder : created) {
      attempt(() -> disk.delete(folder), failure);
    }
  }

  /** A part of the cleaning up. */
  private interface Cleaning {
    void run() throws IOException;
  }

  /** Cleans up as far as the disk still lets us; the next run deletes what stays. */
  private static void attempt(Cleaning cleaning, IOException failure) {
    try {
      cleaning.run();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static IOException failure(IOException cause, String state) {
    return new IOException("the output cannot be written: " + reason(cause) + "; " + state, cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      String why = file.getReason() == null ? kind(file) : file.getReason();
      return file.getFile() + ": " + why;
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static String kind(FileSystemException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists already, another run may be writing it";
    }
    return cause instanceof NoSuchFileException ? "it does not exist" : "the disk refused it";
  }
}
