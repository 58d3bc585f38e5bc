package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.expand.Expander;
import io.meshwright.expand.Expansion;
import io.meshwright.expand.InstallerInput;
import io.meshwright.expand.Together;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.output.Expansions;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Identity;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.source.Location;
import io.meshwright.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Has istioctl make manifests of the files that are for it, or finds those of an earlier run. */
final class ExpansionStage {
  /** What is written of a cluster's manifests. */
  interface Texts {
    /** Returns the first line of each file. */
    String header();

    /** Returns a whole file. */
    String text(Manifest manifest);
  }

  private final CheckedMesh mesh;
  private final Expanding expanding;
  private final boolean isUsed;

  ExpansionStage(CheckedMesh mesh, Expanding expanding) {
    this.mesh = mesh;
    this.expanding = expanding;
    this.isUsed =
        expanding.way() != Expanding.Way.UNKNOWN
            && mesh.facts().topology().istio().installer() == Installer.ISTIOCTL;
  }

  /**
   * Returns what is or becomes of the files of {@code plan}.
   *
   * @param isWanted whether the cluster is rendered; of another one nothing changes
   * @param texts the texts of its manifests
   */
  ClusterExpansions of(ClusterPlan plan, boolean isWanted, Texts texts) throws IOException {
    if (!isUsed) {
      return ClusterExpansions.NONE;
    }
    SortedMap<OutputPath, String> files = files(plan);
    Expanding.Way way = isWanted ? expanding.way() : Expanding.Way.KEPT;
    ClusterExpansions expansions =
        switch (way) {
          case MADE -> made(plan, files, texts);
          case KEPT -> kept(plan.cluster(), new TreeMap<>(), files);
          case UNKNOWN, DROPPED -> ClusterExpansions.NONE;
        };
    // warnings and errors about what was made say enough
    return isWanted && expansions.made().isEmpty() && expansions.found().isEmpty()
        ? needed(plan, expansions)
        : expansions;
  }

  /** Returns all files for istioctl, those that wait for a value among them, with its version. */
  private static SortedMap<OutputPath, String> files(ClusterPlan plan) {
    SortedMap<OutputPath, String> files = new TreeMap<>();
    for (Manifest manifest : plan.manifests()) {
      if (manifest.layer() == Layer.CONTROL_PLANE) {
        ClusterFacts facts = installed(plan.cluster(), manifest.fileName());
        files.put(path(manifest.fileName()), facts.version().text());
      }
    }
    for (ClusterPlan.Waiting waiting : plan.waiting()) {
      if (waiting.layer() == Layer.CONTROL_PLANE) {
        ClusterFacts facts = installed(plan.cluster(), waiting.fileName());
        files.put(path(waiting.fileName()), facts.version().text());
      }
    }
    return files;
  }

  private static OutputPath path(String fileName) {
    return new OutputPath(Layer.CONTROL_PLANE.folder() + "/" + fileName);
  }

  /** Returns whose file it is: that of the cluster's first istiod, or of its canary. */
  private static ClusterFacts installed(ClusterFacts cluster, String fileName) {
    Optional<ClusterFacts> canary = cluster.canary();
    if (canary.isPresent()) {
      Optional<String> revision = canary.get().cluster().release().revision();
      if (fileName.equals(InstallerFile.operator(revision))
          || fileName.equals(InstallerFile.gateway(revision))) {
        return canary.get();
      }
    }
    return cluster;
  }

  private ClusterExpansions kept(
      ClusterFacts cluster, SortedMap<String, Expansion> made, SortedMap<OutputPath, String> others)
      throws IOException {
    Set<String> folders = new TreeSet<>();
    if (expanding.committed().isPresent()) {
      folders.addAll(
          expanding.committed().get().expanded(cluster.cluster().name(), others.keySet()));
    }
    SortedMap<OutputPath, String> versions = new TreeMap<>();
    for (Map.Entry<String, Expansion> entry : made.entrySet()) {
      versions.put(new OutputPath(entry.getKey()), entry.getValue().version());
      for (String name : entry.getValue().folders()) {
        folders.add(InstallerFile.expanded(entry.getKey()) + "/" + name);
      }
    }
    return new ClusterExpansions(
        made, new Expansions(versions, others), folders, List.of(), List.of());
  }

  private ClusterExpansions made(ClusterPlan plan, SortedMap<OutputPath, String> files, Texts texts)
      throws IOException {
    Expander expander = expanding.expander().orElseThrow();
    String cluster = plan.cluster().cluster().name();
    Function<String, Location> place =
        file -> Location.startOf(expanding.folder() + "/" + cluster + "/" + file);
    Together together = new Together();
    List<Diagnostic> found = new ArrayList<>();
    SortedMap<OutputPath, String> waiting = new TreeMap<>(files);
    for (Manifest manifest : plan.manifests()) {
      Identity identity = manifest.identity();
      if (manifest.layer() != Layer.CONTROL_PLANE && identity.name().isPresent()) {
        together.add(identity, manifest.layer().folder() + "/" + manifest.fileName());
      }
    }
    for (Manifest manifest : plan.manifests()) {
      if (manifest.layer() == Layer.CONTROL_PLANE) {
        String file = path(manifest.fileName()).value();
        ClusterFacts facts = installed(plan.cluster(), manifest.fileName());
        Outcome<Expansion> outcome =
            expander.expand(
                new InstallerInput(
                    manifest.fileName(),
                    texts.text(manifest),
                    facts.version(),
                    mesh.places().value(facts.cluster().release().said().version()),
                    place.apply(file)));
        found.addAll(outcome.diagnostics());
        outcome.value().ifPresent(expansion -> together.add(file, expansion, place));
        waiting.remove(new OutputPath(file));
      }
    }
    found.addAll(together.found());
    ClusterExpansions kept = kept(plan.cluster(), together.kept(), waiting);
    return new ClusterExpansions(kept.made(), kept.expansions(), kept.folders(), List.of(), found);
  }

  /** An engine applies objects, and a file for istioctl is none. */
  private ClusterExpansions needed(ClusterPlan plan, ClusterExpansions expansions) {
    if (!mesh.facts().topology().gitOps().hasEngine()) {
      return expansions;
    }
    List<String> missing = new ArrayList<>();
    for (Manifest manifest : plan.manifests()) {
      String file = path(manifest.fileName()).value();
      String folder = InstallerFile.expanded(file) + "/";
      if (manifest.layer() == Layer.CONTROL_PLANE
          && expansions.folders().stream().noneMatch(name -> name.startsWith(folder))) {
        missing.add(plan.cluster().cluster().name() + "/" + file);
      }
    }
    return new ClusterExpansions(
        expansions.made(), expansions.expansions(), expansions.folders(), missing, List.of());
  }

  /** Returns the finding about all files of which an engine needs manifests. */
  List<Diagnostic> needed(List<String> missing) {
    if (missing.isEmpty()) {
      return List.of();
    }
    GitOps gitOps = mesh.facts().topology().gitOps();
    return List.of(
        Diagnostic.error(
            "expansion-needed",
            mesh.places().value(gitOps.at().child("engine")),
            "nobody would install what istioctl alone can read: "
                + Words.list(missing)
                + (missing.size() == 1 ? " is no object" : " are no objects"),
            "render with --expand, so that istioctl makes objects of it; or have"
                + " spec.istio.install: helm or sail"));
  }
}
