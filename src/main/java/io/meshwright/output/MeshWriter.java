package io.meshwright.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes a mesh's folder in two steps: clusters are drafted one by one as they are rendered, and no
 * file changes before every draft of every cluster lies on the disk. What is closed without a
 * commit leaves everything as it was.
 */
public final class MeshWriter implements Closeable {
  private final OutputFolder folder;
  private final Disk disk;
  private final Draft names = Draft.ofThisRun();
  private final Queue<ClusterWriter> clusters = new ConcurrentLinkedQueue<>();
  private final Deque<Path> created = new ArrayDeque<>();
  private final Deque<Path> missing;

  /** Once nothing will be committed, nothing more is drafted. */
  private volatile boolean hopeless;

  private boolean committed;

  MeshWriter(OutputFolder folder, Disk disk, Collection<Path> missing) {
    this.folder = folder;
    this.disk = disk;
    this.missing = new ArrayDeque<>(missing);
  }

  /**
   * Compares one cluster's files, and writes those that differ beside their places unless something
   * is in the way, which the comparison tells. May run in several threads at once.
   *
   * @throws IOException if the disk fails
   */
  public ClusterComparison draft(ClusterFiles wanted) throws IOException {
    ComparedFolder compared = folder.look(wanted);
    if (!compared.comparison().problems().isEmpty() || !folder.isWritable()) {
      hopeless = true;
    }
    if (!hopeless) {
      draft(compared, wanted.files());
    }
    return compared.comparison().withoutDrift();
  }

  /**
   * Puts everything in its place.
   *
   * @param comparison of all clusters that were drafted
   * @throws IOException if the disk fails; then every file is old or new, and the next run mends
   *     what this one left
   */
  public void commit(Comparison comparison) throws IOException {
    if (hopeless || !comparison.problems().isEmpty()) {
      throw new IllegalStateException("nothing is written while there are findings");
    }
    for (ComparedFolder gone : comparison.goneFolders()) {
      draft(gone, Map.of());
    }
    committed = true;
    try {
      InParallel.each(List.copyOf(clusters), ClusterWriter::commit);
    } catch (IOException e) {
      throw DiskFailure.writing(
          e, "every file is either old or new, and the same command finishes the work");
    }
  }

  /**
   * Deletes what was drafted and not put in its place, as far as the disk lets us: the next run
   * deletes what stays.
   */
  @Override
  public void close() throws IOException {
    IOException failure =
        new IOException("drafts are left in the output folder; the next run deletes them");
    for (ClusterWriter cluster : clusters) {
      attempt(cluster::discard, failure);
      if (!committed) {
        attempt(cluster::discardFolders, failure);
      }
    }
    while (!committed && !created.isEmpty()) {
      Path empty = created.pop();
      attempt(() -> disk.delete(empty), failure);
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private void draft(ComparedFolder compared, Map<OutputPath, String> texts) throws IOException {
    if (compared.work().isNone()) {
      return;
    }
    Path place = folder.place(compared.comparison());
    ClusterWriter cluster = new ClusterWriter(disk, names, place, compared.work());
    clusters.add(cluster);
    try {
      createFolders();
      cluster.draft(compared.work(), texts);
    } catch (IOException e) {
      hopeless = true;
      throw DiskFailure.writing(e, "no file was changed");
    }
  }

  private synchronized void createFolders() throws IOException {
    while (!missing.isEmpty()) {
      Path next = missing.element();
      disk.createFolder(next);
      missing.remove();
      created.push(next);
    }
  }

  /** A part of the cleaning up. */
  private interface Cleaning {
    void run() throws IOException;
  }

  private static void attempt(Cleaning cleaning, IOException failure) {
    try {
      cleaning.run();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
