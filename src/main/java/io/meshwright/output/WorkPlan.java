package io.meshwright.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns the differences of one cluster's folder into steps. */
final class WorkPlan {
  private final ClusterFolder folder;
  private final List<Change> changes;
  private final Set<Path> drafts;

  WorkPlan(ClusterFolder folder, List<Change> changes, Rest rest) {
    this.folder = folder;
    this.changes = changes;
    this.drafts = rest.drafts();
  }

  Work work(Work.LockSteps lock) {
    boolean tidies = !drafts.isEmpty() || !lock.isNone() || folder.gone();
    if (changes.isEmpty() && !tidies) {
      return Work.NONE;
    }
    return new Work(
        List.copyOf(changes), newFolders(lock), List.copyOf(drafts), emptyFolders(lock), lock);
  }

  private List<Path> newFolders(Work.LockSteps lock) {
    Set<String> folders = new TreeSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Added) {
        addParents(change.path().value(), folders);
      }
    }
    folders.removeIf(folder.found()::isFolder);
    List<Path> paths = new ArrayList<>();
    if (folder.found().root().isEmpty() && (!folders.isEmpty() || lock.before().isPresent())) {
      paths.add(folder.path());
    }
    folders.forEach(name -> paths.add(folder.path().resolve(name)));
    return paths;
  }

  /** Folders that held only what goes; nobody can miss them, as git does not keep them either. */
  private List<Path> emptyFolders(Work.LockSteps lock) {
    Set<String> going = new HashSet<>();
    Set<String> needed = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Removed) {
        going.add(change.path().value());
      } else {
        addParents(change.path().value(), needed);
      }
    }
    boolean allGoes = true;
    for (Map.Entry<String, Listing.Entry> found : folder.found().entries().entrySet()) {
      boolean lockGoes = lock.removed() && found.getKey().equals(Lock.NAME);
      boolean stays = !going.contains(found.getKey()) && !drafts.contains(found.getValue().path());
      if (stays && !lockGoes && !found.getValue().isFolder()) {
        addParents(found.getKey(), needed);
        allGoes = false;
      }
    }
    if (folder.gone() && !allGoes && !lock.removed() && drafts.isEmpty()) {
      return List.of();
    }
    List<Path> empty = new ArrayList<>();
    if (folder.gone() && allGoes && folder.found().root().isPresent()) {
      empty.add(folder.path());
    }
    for (Map.Entry<String, Listing.Entry> found : folder.found().entries().entrySet()) {
      if (found.getValue().isFolder() && !needed.contains(found.getKey())) {
        empty.add(found.getValue().path());
      }
    }
    Collections.reverse(empty);
    return empty;
  }

  private static void addParents(String path, Set<String> folders) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
  }

  /** Returns the folders that {@code work} writes into and this user may not, sorted. */
  static Set<Path> unwritable(ClusterFolder folder, Work work) {
    Set<Path> folders = new TreeSet<>();
    folders.add(folder.path());
    for (Change change : work.changes()) {
      String path = change.path().value();
      folders.add(folder.path().resolve(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    }
    folders.removeIf(path -> !Files.isDirectory(path) || Files.isWritable(path));
    return folders;
  }
}
