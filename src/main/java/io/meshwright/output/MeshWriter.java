package io.meshwright.output;

import java.io.IOException;
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
      IOException failure = DiskFailure.writing(e, "no file was changed");
      undo(failure);
      throw failure;
    }
    try {
      InParallel.each(clusters, ClusterWriter::commit);
    } catch (IOException e) {
      IOException failure =
          DiskFailure.writing(
              e, "every file is either old or new, and the same command finishes the work");
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
}
