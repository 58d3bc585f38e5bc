package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How one cluster's folder differs from what is rendered; holds only what differs. */
public final class ClusterComparison {
  private final String cluster;
  private final Path folder;
  private final boolean gone;
  private final Seen seen;
  private final Work work;

  ClusterComparison(String cluster, Path folder, boolean gone, Seen seen, Work work) {
    this.cluster = cluster;
    this.folder = folder;
    this.gone = gone;
    this.seen = seen;
    this.work = work;
  }

  /** What the comparing met on its way. */
  static final class Seen {
    final List<Diagnostic> problems = new ArrayList<>();
    final List<Diagnostic> drift = new ArrayList<>();
    final List<String> foreign = new ArrayList<>();
    final SortedSet<OutputPath> kept = new TreeSet<>();
    final SortedSet<OutputPath> missing = new TreeSet<>();
    int unchanged;
  }

  /** Returns the cluster's name, which is its folder's. */
  public String cluster() {
    return cluster;
  }

  /** Returns whether the topology no longer has this cluster. */
  public boolean isGone() {
    return gone;
  }

  /** Returns what is to be written and deleted, sorted by path. */
  public List<Change> changes() {
    return work.changes();
  }

  /** Returns how many files are what they should be. */
  public int unchanged() {
    return seen.unchanged;
  }

  /** Returns files that wait for a pending value and are kept as they were written before. */
  public SortedSet<OutputPath> kept() {
    return seen.kept;
  }

  /** Returns files that wait for a pending value and do not exist yet. */
  public SortedSet<OutputPath> missing() {
    return seen.missing;
  }

  /**
   * Returns what lies in the folder without being Meshwright's, as paths that a person can open.
   */
  public List<String> foreign() {
    return seen.foreign;
  }

  /** Returns whether anything has to be written, the lock and leftovers of a crash included. */
  public boolean isUpToDate() {
    return work.isNone();
  }

  Path folder() {
    return folder;
  }

  Work work() {
    return work;
  }

  List<Diagnostic> problems() {
    return seen.problems;
  }

  List<Diagnostic> drift() {
    return seen.drift;
  }
}
