package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The expansions of a cluster that are not rendered now: without istioctl they can be kept, when
 * they are whole and of the file that is rendered, but never mended.
 */
final class KeptExpansions {
  private final ClusterFolder folder;
  private final ClusterFiles wanted;
  private final Lock owned;
  private final Fingerprint fingerprint;
  private final ClusterComparison.Seen seen;
  private final Set<OutputPath> paths = new HashSet<>();

  KeptExpansions(
      ClusterFolder folder,
      ClusterFiles wanted,
      Lock owned,
      Fingerprint fingerprint,
      ClusterComparison.Seen seen) {
    this.folder = folder;
    this.wanted = wanted;
    this.owned = owned;
    this.fingerprint = fingerprint;
    this.seen = seen;
  }

  /** Says what is wrong with them, adds them to {@code after}, and returns their files. */
  Set<OutputPath> compare(List<Rendered> rendered, Lock after) throws IOException {
    for (Map.Entry<OutputPath, String> file : wanted.expansions().kept().entrySet()) {
      String prefix = Expansions.folder(file.getKey());
      List<ExpandedFile> known = owned.expansions(file.getKey());
      List<OutputPath> inside = new ArrayList<>();
      for (OutputPath path : owned.paths()) {
        if (path.value().startsWith(prefix)) {
          inside.add(path);
        }
      }
      if (!known.isEmpty() || !inside.isEmpty()) {
        known.forEach(after::add);
        compareWhole(file.getKey(), file.getValue(), known, rendered);
        for (OutputPath path : inside) {
          compareFile(path, after);
        }
      }
    }
    return paths;
  }

  private void compareWhole(
      OutputPath file, String version, List<ExpandedFile> known, List<Rendered> rendered) {
    Optional<String> hash =
        rendered.stream().filter(each -> each.path().equals(file)).map(Rendered::hash).findFirst();
    if (known.size() != 1) {
      both(ExpansionFindings.unfinished(folder.path().resolve(file.value())));
    } else if (hash.isEmpty()) {
      // the file waits for a value, and what was made of an older one waits with it
      return;
    } else if (!known.get(0).version().equals(version)) {
      both(
          ExpansionFindings.otherVersion(
              folder.path().resolve(file.value()), known.get(0).version(), version));
    } else if (!known.get(0).hash().equals(hash.get())) {
      both(ExpansionFindings.otherFile(folder.path().resolve(file.value()), version));
    }
  }

  private void compareFile(OutputPath path, Lock after) throws IOException {
    paths.add(path);
    SortedSet<String> hashes = owned.of(path);
    hashes.forEach(hash -> after.add(path, hash));
    Optional<Listing.Entry> found = folder.found().at(path.value());
    if (found.isEmpty()) {
      both(ExpansionFindings.missingFile(folder.path().resolve(path.value())));
    } else if (!found.get().isFile()) {
      both(
          OutputFindings.foreignFile(
              found.get().path(), found.get().kind(), "stands where a manifest of istioctl was"));
    } else if (!hashes.contains(fingerprint.of(found.get().path()))) {
      both(ExpansionFindings.editedFile(found.get().path()));
    } else if (hashes.size() > 1) {
      both(ExpansionFindings.unfinished(found.get().path()));
    } else {
      seen.unchanged++;
    }
  }

  private void both(Diagnostic finding) {
    seen.problems.add(finding);
    seen.drift.add(finding);
  }
}
