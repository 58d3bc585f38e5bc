package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The folder of a cluster, as istioctl's analysis reads it.
 *
 * @param installer istioctl
 * @param folder the folder, with all that is rendered for the cluster
 */
record Analyzed(Installer installer, Path folder) {
  /** Until this minor an option has istioctl read the folders of a folder; later it does anyway. */
  private static final int LAST_WITH_OPTION = 24;

  /** Adds what istioctl makes of the IstioOperators. */
  void install() throws IOException, InterruptedException {
    List<Path> overlays;
    try (Stream<Path> files = Files.list(folder.resolve("control-plane"))) {
      overlays = files.filter(file -> !file.endsWith("kustomization.yaml")).sorted().toList();
    }
    Path installed = Files.createDirectories(folder.resolve("installed"));
    for (Path overlay : overlays) {
      Generated made = installer.generate(overlay);
      int number = 0;
      for (JsonNode object : made.objects()) {
        String name = overlay.getFileName() + "-" + number++ + ".json";
        Files.writeString(installed.resolve(name), object.toString());
      }
    }
  }

  /** Returns what the analysis finds: level, code and message of each. */
  List<String> findings() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("analyze", "--use-kube=false", "--all-namespaces", "--output=json"));
    if (installer.minor() <= LAST_WITH_OPTION) {
      arguments.add("--recursive");
    }
    arguments.add(folder.toString());
    Tool.Run run = installer.tool().run(arguments.toArray(String[]::new));
    assertTrue(run.out().startsWith("["), () -> run.out() + run.error());
    List<String> findings = new ArrayList<>();
    Trees.read(run.out().replace('\t', ' '))
        .forEach(
            found ->
                findings.add(
                    found.path("level").asString()
                        + " "
                        + found.path("code").asString()
                        + ": "
                        + found.path("message").asString()));
    return findings;
  }
}
