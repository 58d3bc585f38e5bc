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
    if (kustomizations.isEmpty() && layer.applied() && !objects.isEmpty()) {
      found.add(
          SelfCheck.KUSTOMIZATION,
          objects.get(0).file(),
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
      } else if (object.identity().kind().equals("IstioOperator")) {
        report(kustomization, object.name() + " is an IstioOperator, which no cluster can apply");
      }
    }
    for (String name : listed) {
      if (!waiting.contains(layer.folder() + "/" + name)) {
        report(kustomization, name + " is listed, but not rendered");
      }
    }
  }

  private void report(ReadFile kustomization, String message) {
    found.add(SelfCheck.KUSTOMIZATION, kustomization.file(), message);
  }
}
