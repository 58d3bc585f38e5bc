package io.meshwright.cli;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.output.Change;
import io.meshwright.output.ClusterComparison;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.source.Location;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster whose istiod gets another revision without having tried it as a canary: the file of the
 * new revision comes in the same step in which that of the old one goes.
 */
final class ChangedRevision {
  private static final String RULE = "revision-changed-in-place";
  private static final String PREFIX = Layer.CONTROL_PLANE.folder() + "/istio-operator";
  private static final String SUFFIX = ".yaml";

  private ChangedRevision() {}

  /** Returns a warning for each cluster of which that is true. */
  static List<Diagnostic> of(ComparedMesh mesh) {
    List<Diagnostic> found = new ArrayList<>();
    for (ClusterComparison cluster : mesh.comparison().clusters()) {
      Optional<ClusterFacts> facts = mesh.plan().facts().cluster(cluster.cluster());
      Optional<String> gone = removed(cluster);
      if (facts.isPresent() && gone.isPresent() && comes(facts.get(), cluster)) {
        found.add(warning(mesh, facts.get(), gone.get()));
      }
    }
    return found;
  }

  private static boolean comes(ClusterFacts facts, ClusterComparison cluster) {
    String file = InstallerFile.operator(facts.cluster().release().revision());
    String path = Layer.CONTROL_PLANE.folder() + "/" + file;
    return cluster.changes().stream()
        .anyMatch(
            change -> change instanceof Change.Added && change.path().toString().equals(path));
  }

  /** Returns the file of an istiod that goes. */
  private static Optional<String> removed(ClusterComparison cluster) {
    return cluster.changes().stream()
        .filter(change -> change instanceof Change.Removed)
        .map(change -> change.path().toString())
        .filter(path -> path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0)
        .findFirst();
  }

  private static Diagnostic warning(ComparedMesh mesh, ClusterFacts facts, String gone) {
    String cluster = facts.cluster().name();
    String old = gone.substring(PREFIX.length(), gone.length() - SUFFIX.length());
    String file =
        mesh.directory()
            .resolve(mesh.plan().facts().topology().name())
            .resolve(cluster)
            .resolve(gone)
            .toString();
    return new Diagnostic(
        RULE,
        Severity.WARNING,
        Location.startOf(file),
        "the istiod of "
            + Words.quoted(cluster)
            + " changes from "
            + words(old.isEmpty() ? Optional.empty() : Optional.of(old.substring(1)))
            + " to "
            + words(facts.cluster().release().revision())
            + ", which was not there as a canary before",
        "render the new revision as istio.canary first, move namespaces to it, and let it become the"
            + " first one then; the old istiod runs on until istioctl uninstall --revision");
  }

  private static String words(Optional<String> revision) {
    return revision.map(name -> "revision " + Words.quoted(name)).orElse("the default revision");
  }
}
