package io.meshwright.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The steps that bring one cluster's folder up to date.
 *
 * @param changes files to write and delete
 * @param newFolders folders to create first, parents before children
 * @param leftovers drafts of an earlier run, to delete
 * @param emptyFolders folders that hold nothing afterwards, children before parents
 * @param lock what happens to the lock
 */
record Work(
    List<Change> changes,
    List<Path> newFolders,
    List<Path> leftovers,
    List<Path> emptyFolders,
    LockSteps lock) {
  static final Work NONE =
      new Work(List.of(), List.of(), List.of(), List.of(), LockSteps.UNCHANGED);

  /**
   * How the lock follows the files.
   *
   * @param before its text before any file changes, knowing old and new hashes; empty to leave it
   * @param after its text when all files are in place; empty to leave it
   * @param removed whether it goes, because its cluster is gone
   */
  record LockSteps(Optional<String> before, Optional<String> after, boolean removed) {
    static final LockSteps UNCHANGED = new LockSteps(Optional.empty(), Optional.empty(), false);

    /** Spelt out: the record's own equals would be linked at run time, at a cost in every run. */
    boolean isNone() {
      return before.isEmpty() && after.isEmpty() && !removed;
    }
  }

  boolean isNone() {
    return changes.isEmpty()
        && newFolders.isEmpty()
        && leftovers.isEmpty()
        && emptyFolders.isEmpty()
        && lock.isNone();
  }
}
