package io.meshwright.output;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What lies in a cluster's folder besides the files that are wanted or owned. */
final class Rest {
  private final ClusterFolder folder;
  private final Set<String> known = new HashSet<>();
  private final Set<String> blocked;
  private final ClusterComparison.Seen seen;
  private final Set<Path> drafts = new LinkedHashSet<>();

  Rest(
      ClusterFolder folder,
      ClusterFiles wanted,
      Lock owned,
      Set<String> blocked,
      ClusterComparison.Seen seen) {
    this.folder = folder;
    this.blocked = blocked;
    this.seen = seen;
    wanted.files().keySet().forEach(path -> known.add(path.value()));
    wanted.waiting().forEach(path -> known.add(path.value()));
    owned.paths().forEach(path -> known.add(path.value()));
    known.add(Lock.NAME);
  }

  /** Sorts everything that is left into drafts of an earlier run and foreign files. */
  void look() {
    for (Map.Entry<String, Listing.Entry> found : folder.found().entries().entrySet()) {
      String path = found.getKey();
      Listing.Entry entry = found.getValue();
      if (entry.isFolder() || known.contains(path) || blocked.contains(path)) {
        continue;
      }
      if (entry.isFile() && Draft.isDraft(path)) {
        drafts.add(entry.path());
        seen.drift.add(OutputFindings.unfinishedWrite(entry.path()));
        continue;
      }
      seen.foreign.add(OutputFindings.shown(entry.path()));
      seen.drift.add(OutputFindings.strangeFile(entry.path(), entry.kind()));
    }
  }

  /** Returns drafts that an earlier run left behind. */
  Set<Path> drafts() {
    return drafts;
  }
}
