package io.meshwright.report;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Cluster;
import io.meshwright.output.Change;
import io.meshwright.output.ClusterComparison;
import io.meshwright.output.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line for each cluster: what it is, and what happened to its files. */
final class ClusterTable {
  private final MeshFacts facts;
  private final Palette palette;

  ClusterTable(MeshFacts facts, Palette palette) {
    this.facts = facts;
    this.palette = palette;
  }

  /** Returns the lines of the clusters that were compared, then of those that are gone. */
  String of(Comparison written) {
    List<List<String>> rows = new ArrayList<>();
    for (ClusterComparison cluster : written.clusters()) {
      rows.add(
          facts
              .cluster(cluster.cluster())
              .map(found -> row(found.cluster(), cluster))
              .orElseGet(() -> List.of(cluster.cluster(), "", "", files(cluster))));
    }
    for (ClusterComparison cluster : written.gone()) {
      // a folder from which nothing goes was never ours, or is done with: check names its files
      if (!cluster.isUpToDate()) {
        // a stranger may have chosen this name: it is that of a folder that lies there
        rows.add(List.of(VisibleText.of(cluster.cluster()), "gone", "", gone(cluster)));
      }
    }
    return lines(rows);
  }

  private List<String> row(Cluster cluster, ClusterComparison files) {
    return List.of(
        cluster.name(),
        cluster.role().name().toLowerCase(Locale.ROOT),
        cluster.network().orElse("") + version(cluster),
        files(files));
  }

  /** The mesh's version stands above the table. */
  private String version(Cluster cluster) {
    IstioVersion version = cluster.release().version();
    return version.equals(facts.topology().istio().version()) ? "" : "  Istio " + version;
  }

  private String files(ClusterComparison files) {
    int removed = removed(files);
    int written = files.changes().size() - removed;
    List<String> parts = new ArrayList<>();
    add(parts, written, "written");
    add(parts, removed, "removed");
    add(parts, files.unchanged(), "unchanged");
    add(parts, files.kept().size() + files.missing().size(), "waiting");
    String words = String.join(", ", parts);
    return written + removed > 0 ? palette.good(words) : palette.faint(words);
  }

  private static String gone(ClusterComparison files) {
    List<String> parts = new ArrayList<>();
    add(parts, removed(files), "removed");
    for (String path : files.foreign()) {
      parts.add("not ours and left there: " + VisibleText.of(path));
    }
    return parts.isEmpty() ? "nothing left" : String.join(", ", parts);
  }

  private static int removed(ClusterComparison files) {
    int count = 0;
    for (Change change : files.changes()) {
      count += change instanceof Change.Removed ? 1 : 0;
    }
    return count;
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }

  private static String lines(List<List<String>> rows) {
    int[] widths = new int[3];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append("  ");
      for (int i = 0; i < widths.length; i++) {
        text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(row.get(widths.length)).append('\n');
    }
    return text.toString();
  }
}
