package io.meshwright.report;

import io.meshwright.Gap;
import io.meshwright.MeshPlan;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.Role;
import io.meshwright.output.ClusterComparison;
import io.meshwright.output.Comparison;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.ApplicationOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of a mesh, for the person who ran the command: its clusters, and what to do next. */
public final class MeshReport {
  /** Longer lists of files or clusters are cut: nobody reads a thousand. */
  private static final int LISTED = 6;

  private final MeshPlan mesh;
  private final Palette palette;

  /** Describes {@code mesh}. */
  public MeshReport(MeshPlan mesh, Palette palette) {
    this.mesh = mesh;
    this.palette = palette;
  }

  /**
   * Returns a line for each cluster, the files that wait for a value, the order of application,
   * what is taken as given and the manual steps.
   *
   * @param written how the folder differed, before it was written
   * @param directory the output folder, as the user named it
   */
  public String of(Comparison written, String directory) {
    StringBuilder text = new StringBuilder();
    String name = mesh.facts().topology().name();
    text.append(palette.strong("mesh " + name)).append(" in ").append(VisibleText.of(directory));
    text.append('/').append(name).append(", Istio ");
    text.append(mesh.facts().topology().istio().version()).append("\n\n");
    text.append(new ClusterTable(mesh.facts(), palette).of(written));
    appendGaps(text, written);
    appendOrder(text, VisibleText.of(directory) + "/" + name + "/CLUSTER/");
    appendPrerequisites(text);
    appendManualSteps(text);
    return text.toString();
  }

  private void appendGaps(StringBuilder text, Comparison written) {
    Map<String, List<String>> filesByValue = filesByValue(written);
    if (filesByValue.isEmpty()) {
      return;
    }
    heading(text, "Files that wait for a value");
    for (Map.Entry<String, List<String>> entry : filesByValue.entrySet()) {
      text.append(Paragraph.of("  ", entry.getKey()));
      for (String file : shortened(entry.getValue())) {
        text.append("    ").append(file).append('\n');
      }
    }
  }

  private Map<String, List<String>> filesByValue(Comparison written) {
    Map<String, ClusterComparison> folders = new HashMap<>();
    for (ClusterComparison cluster : written.clusters()) {
      folders.put(cluster.cluster(), cluster);
    }
    Map<String, List<String>> filesByValue = new LinkedHashMap<>();
    for (Gap gap : mesh.gaps()) {
      ClusterComparison folder = folders.get(gap.cluster());
      if (folder != null) {
        boolean kept = folder.kept().contains(new OutputPath(gap.file()));
        String value = gap.waitsFor() + ", pending at " + VisibleText.of(gap.place().toString());
        String file = gap.cluster() + "/" + gap.file();
        filesByValue
            .computeIfAbsent(value, key -> new ArrayList<>())
            .add(file + (kept ? ", kept as it was" : ", not written yet"));
      }
    }
    return filesByValue;
  }

  private void appendOrder(StringBuilder text, String folder) {
    heading(text, "Order of application, in " + folder);
    int number = 0;
    for (ApplicationOrder.Step step : mesh.order().steps()) {
      number++;
      String sentence =
          step.path()
              + " of "
              + who(step.clusters())
              + ": "
              + step.title()
              + (step.installed() ? ", by the installer" : "");
      text.append(Paragraph.of(lead(number), sentence));
    }
  }

  private void appendPrerequisites(StringBuilder text) {
    if (!mesh.prerequisites().isEmpty()) {
      heading(text, "Taken as given");
      for (String given : mesh.prerequisites()) {
        text.append(Paragraph.of("  - ", VisibleText.of(given)));
      }
    }
  }

  private void appendManualSteps(StringBuilder text) {
    List<String> steps = mesh.manualSteps();
    heading(text, steps.isEmpty() ? "No manual steps" : "Manual steps: " + steps.size());
    for (int i = 0; i < steps.size(); i++) {
      text.append(Paragraph.of(lead(i + 1), VisibleText.of(steps.get(i))));
    }
  }

  private void heading(StringBuilder text, String words) {
    text.append('\n').append(palette.strong(words)).append('\n');
  }

  private static String lead(int number) {
    return (number < 10 ? "  " : " ") + number + ". ";
  }

  private String who(List<String> clusters) {
    if (clusters.size() <= 2) {
      return String.join(" and ", clusters);
    }
    if (clusters.size() == mesh.facts().clusters().size()) {
      return "every cluster";
    }
    if (clusters.size() <= LISTED) {
      return String.join(", ", clusters);
    }
    if (clusters.equals(names(Role.PRIMARY))) {
      return "every primary";
    }
    return clusters.equals(names(Role.REMOTE))
        ? "every remote"
        : String.join(", ", shortened(clusters));
  }

  private List<String> names(Role role) {
    return mesh.facts().clusters().stream()
        .map(ClusterFacts::cluster)
        .filter(cluster -> cluster.role() == role)
        .map(Cluster::name)
        .toList();
  }

  private static List<String> shortened(List<String> words) {
    if (words.size() <= LISTED) {
      return words;
    }
    List<String> first = new ArrayList<>(words.subList(0, LISTED - 1));
    first.add("and " + (words.size() - first.size()) + " more");
    return first;
  }
}
