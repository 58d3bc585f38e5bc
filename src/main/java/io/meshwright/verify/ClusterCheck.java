package io.meshwright.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Checks what only all files of a cluster together can show. */
final class ClusterCheck {
  /** The annotation of what is no object of a cluster, in kustomize too. */
  private static final String LOCAL_CONFIG =
      "/metadata/annotations/config.kubernetes.io~1local-config";

  private final List<ReadFile> files;
  private final Set<String> waiting;
  private final SelfCheck found;

  ClusterCheck(List<ReadFile> files, Set<String> waiting, SelfCheck found) {
    this.files = files;
    this.waiting = waiting;
    this.found = found;
  }

  void run() {
    checkDuplicates();
    Map<String, List<ReadFile>> folders = new TreeMap<>();
    for (ReadFile file : files) {
      String path = file.file().path();
      folders
          .computeIfAbsent(path.substring(0, path.lastIndexOf('/')), key -> new ArrayList<>())
          .add(file);
    }
    folders.forEach(this::checkFolder);
  }

  private void checkDuplicates() {
    Set<String> paths = new HashSet<>();
    Set<ReadIdentity> identities = new HashSet<>();
    for (ReadFile file : files) {
      if (!paths.add(file.file().path())) {
        found.add(SelfCheck.DUPLICATE, file.file(), "two documents would be written to this path");
      }
      ReadIdentity identity = file.identity();
      if (!identity.name().isEmpty() && !identities.add(identity)) {
        found.add(SelfCheck.DUPLICATE, file.file(), "another file already holds " + identity);
      }
    }
  }

  private void checkFolder(String folder, List<ReadFile> all) {
    List<ReadFile> objects = new ArrayList<>();
    List<ReadFile> kustomizations = new ArrayList<>();
    for (ReadFile file : all) {
      (isKustomization(file) ? kustomizations : objects).add(file);
    }
    List<ReadFile> applied = objects.stream().filter(ClusterCheck::isApplied).toList();
    if (kustomizations.isEmpty() && !applied.isEmpty()) {
      found.add(
          SelfCheck.KUSTOMIZATION,
          applied.get(0).file(),
          "folder " + folder + " is applied, but has no kustomization");
    }
    for (ReadFile kustomization : kustomizations) {
      checkList(kustomization, objects, folder);
    }
  }

  private void checkList(ReadFile kustomization, List<ReadFile> objects, String folder) {
    Set<String> listed = new TreeSet<>();
    for (String list : List.of("resources", "configurations")) {
      kustomization.tree().path(list).forEach(file -> listed.add(file.asString("")));
    }
    for (JsonNode generator : kustomization.tree().path("configMapGenerator")) {
      generator.path("files").forEach(file -> listed.add(file.asString("")));
    }
    for (ReadFile object : objects) {
      if (!listed.remove(object.name())) {
        report(kustomization, object.name() + " is not listed");
      } else if (isLocal(object)) {
        report(
            kustomization, object.name() + " is a file for istioctl, which kustomize leaves out");
      }
    }
    for (String name : listed) {
      if (!name.startsWith("../") && !waiting.contains(folder + "/" + name)) {
        report(kustomization, name + " is listed, but not rendered");
      }
    }
  }

  /** Flux has objects of that kind, too. */
  private static boolean isKustomization(ReadFile file) {
    return file.name().equals("kustomization.yaml");
  }

  /** The objects of an engine are for its own cluster. */
  private static boolean isApplied(ReadFile object) {
    return switch (object.file().manifest().layer()) {
      case BOOTSTRAP, MESH, PEERS -> true;
      case CONTROL_PLANE -> object.identity().kind().equals("IstioOperator") && !isLocal(object);
      case GITOPS -> false;
    };
  }

  private static boolean isLocal(ReadFile object) {
    return object.tree().at(LOCAL_CONFIG).asString("").equals("true");
  }

  private void report(ReadFile kustomization, String message) {
    found.add(SelfCheck.KUSTOMIZATION, kustomization.file(), message);
  }
}
