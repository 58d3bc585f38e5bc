package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Canary;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a picture says of one cluster, a line each. */
final class ClusterWords {
  private final MeshFacts mesh;
  private final ClusterFacts facts;

  ClusterWords(MeshFacts mesh, ClusterFacts facts) {
    this.mesh = mesh;
    this.facts = facts;
  }

  /** Returns what the cluster is to the control planes. */
  String role() {
    return switch (facts.cluster().role()) {
      case PRIMARY -> "primary";
      case REMOTE -> "remote" + ofControlPlanes();
      case EXTERNAL -> "external control plane";
    };
  }

  /** Returns whose the remote is, with a blank before it. */
  String ofControlPlanes() {
    List<String> names = facts.controlPlanes().stream().map(Cluster::name).toList();
    return names.isEmpty() ? "" : " of " + Label.of(Words.list(names));
  }

  /**
   * Returns the Istio that is not the mesh's, how istiod is reached, then the gateway, then its
   * addresses.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    addRelease(lines);
    if (facts.isHost()) {
      addHosted(lines);
      return lines;
    }
    if (facts.servesRemotes()) {
      boolean own = facts.cluster().istiod().ownService();
      lines.add(own ? "istiod, by a Service of its own" : "istiod, by the gateway");
      lines.add(labels(facts.istiodAddresses()));
    }
    facts
        .dials()
        .ifPresent(
            primary -> lines.add("dials " + labels(facts.dialledAddress().stream().toList())));
    if (facts.installsIstiod() && !facts.runsIstiod()) {
      lines.add("an istiod of its own injects and signs");
    }
    for (Cluster host : facts.configures()) {
      lines.add("holds the configuration for " + Label.of(host.name()));
    }
    lines.addAll(GatewayWords.of(facts));
    return lines;
  }

  private void addRelease(List<String> lines) {
    Release release = facts.cluster().release();
    Release usual = mesh.topology().istio().release();
    List<String> own = new ArrayList<>();
    if (!release.version().equals(usual.version())) {
      own.add("Istio " + release.version());
    }
    if (!release.revision().equals(usual.revision())) {
      own.add(release.revision().map(Label::of).map("revision "::concat).orElse("no revision"));
    }
    if (facts.installsIstiod()) {
      addTags(release.tags(), own);
    }
    if (!own.isEmpty()) {
      lines.add(String.join(", ", own));
    }
    if (facts.installsIstiod()) {
      release.canary().ifPresent(second -> lines.add(canary(second)));
    }
  }

  private static String canary(Canary second) {
    List<String> words = new ArrayList<>();
    words.add("canary: Istio " + second.version());
    words.add("revision " + Label.of(second.revision()));
    addTags(second.tags(), words);
    return String.join(", ", words);
  }

  private static void addTags(List<String> tags, List<String> words) {
    if (!tags.isEmpty()) {
      String names = Words.list(tags.stream().map(Label::of).toList());
      words.add((tags.size() == 1 ? "tag " : "tags ") + names);
    }
  }

  private void addHosted(List<String> lines) {
    lines.add("istiod, by a gateway in front of it");
    lines.add(labels(facts.istiodAddresses()));
  }

  /** Returns whether one of the addresses is not known yet. */
  static boolean waits(Cluster cluster) {
    return cluster.eastWest().everyAddress().stream()
            .anyMatch(placed -> placed.address().isPending())
        || cluster.istiod().addresses().stream().anyMatch(Address::isPending);
  }

  private static String labels(List<Address> addresses) {
    return addresses.isEmpty()
        ? "no address"
        : Words.list(
            addresses.stream().map(address -> Label.of(address, IstiodPorts.DISCOVERY)).toList());
  }
}
