package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Compares one cluster's folder with what is wanted there; only reads. */
final class ClusterComparer {
  private static final String REPLACED = "would be overwritten";
  private static final String DELETED = "would be deleted, as it is no longer rendered";

  private final ClusterFolder folder;
  private final ClusterFiles wanted;
  private final Lock owned;
  private final Fingerprint fingerprint;
  private final ClusterComparison.Seen seen = new ClusterComparison.Seen();
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> blocked = new HashSet<>();

  /** What the lock lists when all is done, and what it must know meanwhile. */
  private final Lock after = new Lock();

  private final Lock touched = new Lock();

  private ClusterComparer(
      ClusterFolder folder, ClusterFiles wanted, Lock owned, Fingerprint fingerprint) {
    this.folder = folder;
    this.wanted = wanted;
    this.owned = owned;
    this.fingerprint = fingerprint;
  }

  static ComparedFolder compare(ClusterFolder folder, ClusterFiles wanted) throws IOException {
    Optional<Listing.Entry> root = folder.found().root().filter(entry -> !entry.isFolder());
    if (root.isPresent()) {
      return refused(folder, wanted, OutputFindings.notFolder(folder.path(), root.get().kind()));
    }
    Fingerprint fingerprint = new Fingerprint();
    List<Rendered> rendered = Rendered.of(wanted, fingerprint);
    LockFile lock = LockFile.read(folder, Rendered.lock(rendered, wanted));
    if (lock.finding().isPresent()) {
      return refused(folder, wanted, lock.finding().get());
    }
    ClusterComparer comparer = new ClusterComparer(folder, wanted, lock.content(), fingerprint);
    return comparer.compare(rendered, lock);
  }

  private static ComparedFolder refused(ClusterFolder folder, ClusterFiles wanted, Diagnostic why) {
    ClusterComparison.Seen seen = new ClusterComparison.Seen();
    seen.problems.add(why);
    seen.drift.add(why);
    return new ComparedFolder(
        new ClusterComparison(wanted.cluster(), folder, seen, Work.NONE), Work.NONE);
  }

  private ComparedFolder compare(List<Rendered> rendered, LockFile lock) throws IOException {
    rendered.forEach(file -> checkParents(file.path().value()));
    for (Rendered file : rendered) {
      compareWanted(file);
      Optional<ExpandedFile> expansion = file.expansion(wanted);
      if (expansion.isPresent()) {
        after.add(expansion.get());
      }
    }
    for (OutputPath path : wanted.waiting()) {
      compareWaiting(path);
    }
    KeptExpansions kept = new KeptExpansions(folder, wanted, owned, fingerprint, seen);
    Set<OutputPath> asTheyAre = kept.compare(rendered, after);
    for (OutputPath path : owned.paths()) {
      if (!wanted.files().containsKey(path)
          && !wanted.waiting().contains(path)
          && !asTheyAre.contains(path)) {
        compareSurplus(path);
      }
    }
    Rest rest = new Rest(folder, wanted, owned, blocked, seen);
    rest.look();
    changes.sort((a, b) -> a.path().compareTo(b.path()));
    Work work = new WorkPlan(folder, changes, rest).work(lock.steps(folder, after, touched));
    if (!work.isNone()) {
      WorkPlan.unwritable(folder, work)
          .forEach(path -> seen.problems.add(OutputFindings.readOnly(path)));
      if (seen.drift.isEmpty() && !work.lock().isNone()) {
        seen.drift.add(OutputFindings.staleLock(folder.path().resolve(Lock.NAME)));
      }
    }
    return new ComparedFolder(new ClusterComparison(wanted.cluster(), folder, seen, work), work);
  }

  private void checkParents(String path) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      Optional<Listing.Entry> entry = folder.found().at(parent).filter(found -> !found.isFolder());
      if (entry.isPresent() && blocked.add(parent)) {
        both(OutputFindings.notFolder(entry.get().path(), entry.get().kind()));
      }
    }
  }

  private void compareWanted(Rendered wish) throws IOException {
    OutputPath path = wish.path();
    after.add(path, wish.hash());
    Optional<Listing.Entry> found = folder.found().at(path.value());
    if (found.isEmpty()) {
      changes.add(new Change.Added(path));
      touched.add(path, wish.hash());
      seen.drift.add(OutputFindings.missingFile(folder.path().resolve(path.value())));
      return;
    }
    Listing.Entry file = found.get();
    if (!file.isFile()) {
      both(
          OutputFindings.foreignFile(file.path(), file.kind(), "stands where one must be written"));
      return;
    }
    Optional<String> actual = fingerprint.difference(file, wish.bytes());
    if (actual.isEmpty()) {
      seen.unchanged++;
      return;
    }
    touched.add(path, wish.hash());
    touched.add(path, actual.get());
    changes.add(new Change.Modified(path));
    if (owned.owns(path, actual.get())) {
      seen.drift.add(OutputFindings.staleFile(file.path()));
      return;
    }
    notOurs(path, file, REPLACED);
  }

  /** A gap never deletes and never rewrites: what the lock says of the file stays. */
  private void compareWaiting(OutputPath path) throws IOException {
    SortedSet<String> hashes = owned.of(path);
    Optional<Listing.Entry> found = folder.found().at(path.value());
    if (found.isEmpty()) {
      seen.missing.add(path);
      hashes.forEach(hash -> after.add(path, hash));
      return;
    }
    seen.kept.add(path);
    Listing.Entry file = found.get();
    String actual = file.isFile() ? fingerprint.of(file.path()) : "";
    if (hashes.contains(actual)) {
      after.add(path, actual);
      return;
    }
    hashes.forEach(hash -> after.add(path, hash));
    seen.drift.add(
        hashes.isEmpty()
            ? OutputFindings.strangeFile(file.path(), file.kind())
            : OutputFindings.editedFile(file.path(), "waits for a pending value"));
  }

  private void compareSurplus(OutputPath path) throws IOException {
    Optional<Listing.Entry> found = folder.found().at(path.value());
    if (found.isEmpty() || found.get().isFolder()) {
      return;
    }
    Listing.Entry file = found.get();
    if (!file.isFile()) {
      both(OutputFindings.foreignFile(file.path(), file.kind(), DELETED));
      return;
    }
    String actual = fingerprint.of(file.path());
    touched.add(path, actual);
    changes.add(new Change.Removed(path));
    if (owned.owns(path, actual)) {
      seen.drift.add(OutputFindings.surplusFile(file.path()));
      return;
    }
    notOurs(path, file, DELETED);
  }

  private void notOurs(OutputPath path, Listing.Entry file, String wish) {
    Diagnostic finding =
        owned.of(path).isEmpty()
            ? OutputFindings.foreignFile(file.path(), file.kind(), wish)
            : OutputFindings.editedFile(file.path(), wish);
    seen.drift.add(finding);
    if (!folder.mayOverwrite(file.path())) {
      seen.problems.add(finding);
    }
  }

  private void both(Diagnostic finding) {
    seen.problems.add(finding);
    seen.drift.add(finding);
  }
}
