package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How one cluster's folder differs from what is rendered; holds names, and no text of a file. */
public final class ClusterComparison {
  private final String cluster;
  private final boolean gone;
  private final Seen seen;
  private final List<Change> changes;
  private final boolean upToDate;

  ClusterComparison(String cluster, ClusterFolder folder, Seen seen, Work work) {
    this(cluster, folder.gone(), seen, work.changes(), work.isNone());
  }

  private ClusterComparison(
      String cluster, boolean gone, Seen seen, List<Change> changes, boolean upToDate) {
    this.cluster = cluster;
    this.gone = gone;
    this.seen = seen;
    this.changes = changes;
    this.upToDate = upToDate;
  }

  /** Returns the same, without the findings about what a writer mends. */
  ClusterComparison withoutDrift() {
    return new ClusterComparison(cluster, gone, seen.withoutDrift(), changes, upToDate);
  }

  /** What the comparing met on its way. */
  static final class Seen {
    final List<Diagnostic> problems = new ArrayList<>();
    final List<Diagnostic> drift = new ArrayList<>();
    final List<String> foreign = new ArrayList<>();
    final SortedSet<OutputPath> kept = new TreeSet<>();
    final SortedSet<OutputPath> missing = new TreeSet<>();
    int unchanged;

    private Seen withoutDrift() {
      Seen rest = new Seen();
      rest.problems.addAll(problems);
      rest.foreign.addAll(foreign);
      rest.kept.addAll(kept);
      rest.missing.addAll(missing);
      rest.unchanged = unchanged;
      return rest;
    }
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
    return changes;
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

  /** Returns whether nothing has to be written, the lock and leftovers of a crash included. */
  public boolean isUpToDate() {
    return upToDate;
  }

  List<Diagnostic> problems() {
    return seen.problems;
  }

  List<Diagnostic> drift() {
    return seen.drift;
  }
}
