package io.meshwright.lint.rules;

import io.meshwright.model.Cluster;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds remotes that name each other, or themselves, as control planes. */
final class ControlPlaneLoops {
  private final Map<String, Cluster> remotes = new LinkedHashMap<>();
  private final Set<String> looping = new LinkedHashSet<>();
  private final List<List<Cluster>> loops = new ArrayList<>();

  private ControlPlaneLoops(Topology topology) {
    for (Cluster cluster : topology.clusters()) {
      if (cluster.isRemote()) {
        remotes.putIfAbsent(cluster.name(), cluster);
      }
    }
    Set<String> left = new LinkedHashSet<>(remotes.keySet());
    while (!left.isEmpty()) {
      walk(left.iterator().next(), left);
    }
  }

  static ControlPlaneLoops of(Topology topology) {
    return new ControlPlaneLoops(topology);
  }

  /** Returns the loops, each from its first cluster on, none of which shares a cluster. */
  List<List<Cluster>> loops() {
    return List.copyOf(loops);
  }

  /** Returns whether that cluster is a remote. */
  boolean isRemote(String name) {
    return remotes.containsKey(name);
  }

  /** Returns whether both clusters are part of loops. */
  boolean holds(String remote, String controlPlane) {
    return looping.contains(remote) && looping.contains(controlPlane);
  }

  /** Walks from one remote to the next until there is none; each remote is left once. */
  private void walk(String start, Set<String> left) {
    List<String> path = new ArrayList<>(List.of(start));
    Set<String> onPath = new LinkedHashSet<>(path);
    while (!path.isEmpty()) {
      String last = path.get(path.size() - 1);
      String next = next(last, left, onPath);
      if (next.isEmpty()) {
        path.remove(path.size() - 1);
        onPath.remove(last);
        left.remove(last);
      } else if (onPath.contains(next)) {
        close(path.subList(path.indexOf(next), path.size()));
        left.removeAll(path);
        return;
      } else {
        path.add(next);
        onPath.add(next);
      }
    }
  }

  private String next(String name, Set<String> left, Set<String> onPath) {
    Cluster cluster = remotes.get(name);
    if (cluster == null) {
      return "";
    }
    for (String candidate : cluster.controlPlanes()) {
      if (onPath.contains(candidate) || left.contains(candidate)) {
        return candidate;
      }
    }
    return "";
  }

  private void close(List<String> names) {
    List<String> order = List.copyOf(remotes.keySet());
    int first = 0;
    for (int i = 1; i < names.size(); i++) {
      if (order.indexOf(names.get(i)) < order.indexOf(names.get(first))) {
        first = i;
      }
    }
    List<Cluster> loop = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Cluster cluster = remotes.get(names.get((first + i) % names.size()));
      if (cluster != null) {
        loop.add(cluster);
      }
    }
    looping.addAll(names);
    loops.add(loop);
  }
}
