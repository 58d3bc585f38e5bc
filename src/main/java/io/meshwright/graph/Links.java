package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a picture, as long as they are few; more of them are said in words, since a drawing
 * of every primary that reads every cluster shows nothing.
 */
final class Links {
  private static final int MOST_WATCHING = 8;
  private static final int MOST_DIALLING = 24;

  private final MeshFacts mesh;
  private final Map<String, Block> blocks;
  private final List<Link> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Links(MeshFacts mesh, Map<String, Block> blocks) {
    this.mesh = mesh;
    this.blocks = blocks;
    addDialling();
    addConfiguration();
    addWatching();
  }

  List<Link> lines() {
    return lines;
  }

  /** Returns what is said in the place of lines. */
  List<String> notes() {
    return notes;
  }

  private void addDialling() {
    Set<Link> dialling = new LinkedHashSet<>();
    for (ClusterFacts facts : mesh.clusters()) {
      facts
          .dials()
          .ifPresent(
              primary ->
                  dialling.add(new Link(Link.Kind.DIALS, block(facts.cluster()), block(primary))));
    }
    if (dialling.size() <= MOST_DIALLING) {
      lines.addAll(dialling);
    }
  }

  private void addConfiguration() {
    for (ClusterFacts facts : mesh.hosts()) {
      facts
          .configSource()
          .filter(facts.watches()::contains)
          .ifPresent(
              source ->
                  lines.add(
                      new Link(
                          Link.Kind.TAKES_CONFIGURATION, block(facts.cluster()), block(source))));
    }
  }

  private void addWatching() {
    Map<Block, Map<Block, Integer>> watched = new LinkedHashMap<>();
    for (ClusterFacts facts : mesh.controlPlanes()) {
      Map<Block, Integer> of = watched.computeIfAbsent(block(facts.cluster()), b -> counts());
      facts.readsBySecret().forEach(cluster -> of.merge(block(cluster), 1, Integer::sum));
    }
    List<Link> watching = new ArrayList<>();
    boolean whole = true;
    for (Map.Entry<Block, Map<Block, Integer>> from : watched.entrySet()) {
      for (Map.Entry<Block, Integer> to : from.getValue().entrySet()) {
        whole &= to.getValue() == Math.max(1, to.getKey().members().size());
        boolean back = watched.getOrDefault(to.getKey(), counts()).containsKey(from.getKey());
        if (!back) {
          watching.add(new Link(Link.Kind.WATCHES, from.getKey(), to.getKey()));
        } else if (from.getKey().id().compareTo(to.getKey().id()) < 0) {
          watching.add(new Link(Link.Kind.WATCH_EACH_OTHER, from.getKey(), to.getKey()));
        }
      }
    }
    if (whole && watching.size() <= MOST_WATCHING) {
      lines.addAll(watching);
      return;
    }
    addWatchingInWords();
  }

  private void addWatchingInWords() {
    int read = 0;
    boolean all = true;
    for (ClusterFacts facts : mesh.controlPlanes()) {
      read += facts.readsBySecret().size();
      all &= unread(facts).isEmpty();
    }
    String secrets = ": " + read + " remote Secrets";
    if (all) {
      notes.add(each() + " reads the API servers of all other clusters" + secrets);
      return;
    }
    notes.add("Not every istiod reads the API servers of all other clusters" + secrets);
    for (ClusterFacts facts : mesh.controlPlanes()) {
      List<String> unread = unread(facts);
      if (!unread.isEmpty()) {
        notes.add(facts.cluster().name() + " does not read those of " + Words.list(unread));
      }
    }
  }

  private String each() {
    if (mesh.controlPlanes().size() > 1) {
      return "Each istiod";
    }
    return mesh.hosts().isEmpty() ? "The primary's istiod" : "The hosted istiod";
  }

  /** Returns the clusters of the mesh that an istiod does not read. */
  private List<String> unread(ClusterFacts facts) {
    List<String> unread = new ArrayList<>(names(mesh.clusters()));
    unread.removeAll(names(mesh.hosts()));
    unread.removeAll(facts.watches().stream().map(Cluster::name).toList());
    unread.remove(facts.cluster().name());
    return unread;
  }

  private static List<String> names(List<ClusterFacts> clusters) {
    return clusters.stream().map(facts -> facts.cluster().name()).toList();
  }

  private static Map<Block, Integer> counts() {
    return new LinkedHashMap<>();
  }

  private Block block(Cluster cluster) {
    Block block = blocks.get(cluster.name());
    if (block == null) {
      throw new IllegalArgumentException("no block for " + cluster.name());
    }
    return block;
  }
}
