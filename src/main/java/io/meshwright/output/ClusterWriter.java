package io.meshwright.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one cluster's folder in two steps: {@link #draft} needs all the space and changes no file,
 * {@link #commit} only renames and deletes. Whatever it is stopped at, every file is old or new and
 * the lock knows both. Between the steps it holds names and no text.
 */
final class ClusterWriter {
  private final Disk disk;
  private final Draft names;
  private final Path folder;
  private final Path lock;
  private final List<Change> changes;
  private final List<Path> emptyFolders;
  private final boolean lockGoes;
  private final Deque<Path> created = new ArrayDeque<>();
  private Optional<Path> lockBefore = Optional.empty();
  private Optional<Path> lockAfter = Optional.empty();

  /** How many of the changes have been drafted, and how many of these are in their places. */
  private int drafted;

  private int placed;

  ClusterWriter(Disk disk, Draft names, Path folder, Work work) {
    this.disk = disk;
    this.names = names;
    this.folder = folder;
    this.lock = folder.resolve(Lock.NAME);
    this.changes = work.changes();
    this.emptyFolders = work.emptyFolders();
    this.lockGoes = work.lock().removed();
  }

  /** Writes those of {@code texts} that differ, and the lock, beside their places. */
  void draft(Work work, Map<OutputPath, String> texts) throws IOException {
    for (Path leftover : work.leftovers()) {
      disk.delete(leftover);
    }
    for (Path newFolder : work.newFolders()) {
      disk.createFolder(newFolder);
      created.push(newFolder);
    }
    for (Change change : changes) {
      // before it is written: half a draft on a full disk has to go, too
      drafted++;
      if (!(change instanceof Change.Removed)) {
        String text = texts.get(change.path());
        if (text == null) {
          throw new IllegalStateException("nothing to write into " + change.path());
        }
        write(beside(change), text);
      }
    }
    if (work.lock().before().isPresent()) {
      lockBefore = Optional.of(lockDraft("before"));
      write(lockBefore.get(), work.lock().before().get());
    }
    if (work.lock().after().isPresent()) {
      lockAfter = Optional.of(lockDraft("after"));
      write(lockAfter.get(), work.lock().after().get());
    }
  }

  /** Puts everything in its place. */
  void commit() throws IOException {
    if (lockBefore.isPresent()) {
      disk.replace(lockBefore.get(), lock);
      lockBefore = Optional.empty();
    }
    for (Change change : changes) {
      if (change instanceof Change.Removed) {
        disk.delete(place(change));
      } else {
        disk.replace(beside(change), place(change));
      }
      placed++;
    }
    for (Path empty : emptyFolders) {
      if (!empty.equals(folder)) {
        disk.delete(empty);
      }
    }
    if (lockAfter.isPresent()) {
      disk.replace(lockAfter.get(), lock);
      lockAfter = Optional.empty();
    }
    if (lockGoes) {
      disk.delete(lock);
    }
    if (emptyFolders.contains(folder)) {
      disk.delete(folder);
    }
  }

  /** Deletes what {@link #draft} made and {@link #commit} did not use. */
  void discard() throws IOException {
    for (Change change : changes.subList(placed, drafted)) {
      if (!(change instanceof Change.Removed)) {
        disk.delete(beside(change));
      }
    }
    drafted = placed;
    if (lockBefore.isPresent()) {
      disk.delete(lockBefore.get());
    }
    if (lockAfter.isPresent()) {
      disk.delete(lockAfter.get());
    }
  }

  /** Deletes the folders that {@link #draft} made, which are empty as nothing was committed. */
  void discardFolders() throws IOException {
    while (!created.isEmpty()) {
      disk.delete(created.pop());
    }
  }

  private void write(Path draft, String text) throws IOException {
    disk.createFile(draft, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path place(Change change) {
    return folder.resolve(change.path().value());
  }

  private Path beside(Change change) {
    return names.beside(place(change));
  }

  private Path lockDraft(String step) {
    return names.beside(folder.resolve(Lock.NAME + "-" + step));
  }
}
