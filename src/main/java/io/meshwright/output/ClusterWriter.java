package io.meshwright.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one cluster's folder in two steps: {@link #draft} needs all the space and changes no file,
 * {@link #commit} only renames and deletes. Whatever it is stopped at, every file is old or new and
 * the lock knows both.
 */
final class ClusterWriter {
  private final Disk disk;
  private final Draft names;
  private final Path folder;
  private final Work work;
  private final Path lock;
  private final Map<Path, Path> drafts = new LinkedHashMap<>();
  private final Deque<Path> created = new ArrayDeque<>();
  private Optional<Path> lockBefore = Optional.empty();
  private Optional<Path> lockAfter = Optional.empty();

  ClusterWriter(Disk disk, Draft names, ClusterComparison cluster) {
    this.disk = disk;
    this.names = names;
    this.folder = cluster.folder();
    this.work = cluster.work();
    this.lock = folder.resolve(Lock.NAME);
  }

  /** Writes every text beside its place. */
  void draft() throws IOException {
    for (Path leftover : work.leftovers()) {
      disk.delete(leftover);
    }
    for (Path newFolder : work.newFolders()) {
      disk.createFolder(newFolder);
      created.push(newFolder);
    }
    for (Change change : work.changes()) {
      if (change instanceof Change.Added added) {
        draft(folder.resolve(added.path().value()), added.text());
      } else if (change instanceof Change.Modified modified) {
        draft(folder.resolve(modified.path().value()), modified.text());
      }
    }
    lockBefore = draftLock(work.lock().before(), "before");
    lockAfter = draftLock(work.lock().after(), "after");
  }

  /** Puts everything in its place. */
  void commit() throws IOException {
    replaceLock(lockBefore);
    for (Change change : work.changes()) {
      Path file = folder.resolve(change.path().value());
      Path draft = drafts.get(file);
      if (draft == null) {
        disk.delete(file);
      } else {
        disk.replace(draft, file);
        drafts.remove(file);
      }
    }
    for (Path empty : work.emptyFolders()) {
      if (!empty.equals(folder)) {
        disk.delete(empty);
      }
    }
    replaceLock(lockAfter);
    if (work.lock().removed()) {
      disk.delete(lock);
    }
    if (work.emptyFolders().contains(folder)) {
      disk.delete(folder);
    }
  }

  /** Deletes what {@link #draft} made and {@link #commit} did not use. */
  void discard() throws IOException {
    for (Path draft : drafts.values()) {
      disk.delete(draft);
    }
    drafts.clear();
  }

  /** Deletes the folders that {@link #draft} made, which are empty as nothing was committed. */
  void discardFolders() throws IOException {
    while (!created.isEmpty()) {
      disk.delete(created.pop());
    }
  }

  private void draft(Path target, String text) throws IOException {
    Path draft = names.beside(target);
    // before it is written: half a draft on a full disk has to go, too
    drafts.put(target, draft);
    disk.createFile(draft, text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Path> draftLock(Optional<String> text, String step) throws IOException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path target = folder.resolve(Lock.NAME + "-" + step);
    draft(target, text.get());
    return Optional.of(target);
  }

  private void replaceLock(Optional<Path> target) throws IOException {
    if (target.isPresent()) {
      Path draft = drafts.get(target.get());
      if (draft == null) {
        throw new IllegalStateException("the lock is drafted before it is replaced");
      }
      disk.replace(draft, lock);
      drafts.remove(target.get());
    }
  }
}
