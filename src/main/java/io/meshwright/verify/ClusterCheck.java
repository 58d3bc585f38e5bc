package io.meshwright.verify;

import io.meshwright.plan.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    for (Layer layer : Layer.values()) {
      checkLayer(layer);
    }
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

  private void checkLayer(Layer layer) {
    List<ReadFile> objects = new ArrayList<>();
    List<ReadFile> kustomizations = new ArrayList<>();
    for (ReadFile file : files) {
      if (file.file().manifest().layer() == layer) {
        (file.identity().kind().equals("Kustomization") ? kustomizations : objects).add(file);
      }
    }
    List<ReadFile> applied = objects.stream().filter(ClusterCheck::isApplied).toList();
    if (kustomizations.isEmpty() && !applied.isEmpty()) {
      found.add(
          SelfCheck.KUSTOMIZATION,
          applied.get(0).file(),
          "layer " + layer.folder() + " is applied, but has no kustomization");
    }
    for (ReadFile kustomization : kustomizations) {
      checkList(kustomization, objects, layer);
    }
  }

  private void checkList(ReadFile kustomization, List<ReadFile> objects, Layer layer) {
    Set<String> listed = new TreeSet<>();
    for (JsonNode resource : kustomization.tree().path("resources")) {
      listed.add(resource.asString(""));
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
      if (!waiting.contains(layer.folder() + "/" + name)) {
        report(kustomization, name + " is listed, but not rendered");
      }
    }
  }

  private static boolean isApplied(ReadFile object) {
    return object.file().manifest().layer() != Layer.CONTROL_PLANE
        || (object.identity().kind().equals("IstioOperator") && !isLocal(object));
  }

  private static boolean isLocal(ReadFile object) {
    return object.tree().at(LOCAL_CONFIG).asString("").equals("true");
  }

  private void report(ReadFile kustomization, String message) {
    found.add(SelfCheck.KUSTOMIZATION, kustomization.file(), message);
  }
}
