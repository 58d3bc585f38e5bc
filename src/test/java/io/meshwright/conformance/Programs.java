package io.meshwright.conformance;

import io.meshwright.Tool;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs of others that the suite asks.
 *
 * @param etcd etcd, from the folder that KUBEBUILDER_ASSETS names
 * @param apiServer kube-apiserver, from the same folder
 * @param kubectl kubectl, from the same folder if it is there, else from the PATH
 * @param go Go, which finds the modules that carry definitions
 */
record Programs(Tool etcd, Tool apiServer, Tool kubectl, Tool go) {
  private static final String ASSETS = "KUBEBUILDER_ASSETS";

  /** Returns what the machine lacks and how it gets it, a sentence each. */
  static List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (asset("etcd").isEmpty() || asset("kube-apiserver").isEmpty()) {
      missing.add(
          ASSETS
              + " names no folder with etcd and kube-apiserver: src/conformance/assets makes one");
    }
    if (anyKubectl().isEmpty()) {
      missing.add("kubectl is not on the PATH: https://kubernetes.io/docs/tasks/tools/#kubectl");
    }
    if (Tool.onPath("diff").isEmpty()) {
      missing.add("diff is not on the PATH, which kubectl diff runs");
    }
    if (Tool.onPath("go").isEmpty()) {
      missing.add("Go is not on the PATH: https://go.dev/dl");
    }
    return missing;
  }

  /** Returns the programs, where nothing is missing. */
  static Programs found() {
    return new Programs(
        asset("etcd").orElseThrow(),
        asset("kube-apiserver").orElseThrow(),
        anyKubectl().orElseThrow(),
        Tool.onPath("go").orElseThrow());
  }

  private static Optional<Tool> anyKubectl() {
    return asset("kubectl").or(() -> Tool.onPath("kubectl"));
  }

  private static Optional<Tool> asset(String name) {
    return Optional.ofNullable(System.getenv(ASSETS))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> new File(folder, name).toPath().toAbsolutePath())
        .filter(Files::isExecutable)
        .map(Tool::new);
  }
}
