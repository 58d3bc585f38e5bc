package io.meshwright.conformance;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Real API servers with External Secrets that serve one mesh after the other: a start costs more
 * than to take everything of a mesh away again.
 *
 * @param programs the programs
 * @param free the servers on which nothing of a mesh is
 */
record Servers(Programs programs, Deque<ApiServer> free) implements AutoCloseable {
  private static final int WAITS = 100;

  /** Returns a stock that has no server yet. */
  static Servers of(Programs programs) {
    return new Servers(programs, new ArrayDeque<>());
  }

  /** Returns that many servers, started where too few are free. */
  List<ApiServer> take(int count) throws IOException, InterruptedException {
    List<ApiServer> taken = new ArrayList<>();
    while (taken.size() < count && !free.isEmpty()) {
      taken.add(free.remove());
    }
    boolean ready = false;
    try {
      List<ApiServer> started = ApiServer.start(programs, count - taken.size());
      taken.addAll(started);
      Definitions secrets = Definitions.externalSecrets(programs);
      AtOnce.each(
          started,
          server -> {
            server.kubectl().define(secrets);
            server.kubectl().pruned().knowsSets();
          });
      ready = true;
      return taken;
    } finally {
      if (!ready) {
        ApiServer.closeAll(taken);
      }
    }
  }

  /** Takes back what {@link #take} returned; a server that cannot be wiped is closed. */
  void back(List<ApiServer> taken) throws IOException, InterruptedException {
    List<ApiServer> unclean = new ArrayList<>(taken);
    try {
      AtOnce.each(taken, server -> wipe(server.kubectl()));
      unclean.clear();
      free.addAll(taken);
    } finally {
      ApiServer.closeAll(unclean);
    }
  }

  /** With a definition go its objects; the controller that empties a namespace is played. */
  private static void wipe(Kubectl kubectl) throws IOException, InterruptedException {
    delete(kubectl, "crds", Definitions.RENDERED);
    List<String> namespaces =
        kubectl
            .right("get", "namespaces", "--output=name")
            .lines()
            .filter(name -> !Kubectl.isOfTheServer(name.replace('/', ' ')))
            .map(name -> name.substring(name.indexOf('/') + 1))
            .toList();
    for (String namespace : namespaces) {
      kubectl.right(
          "delete",
          "configmaps,secrets,serviceaccounts,externalsecrets,pushsecrets",
          "--all",
          "--namespace=" + namespace);
    }
    delete(kubectl, "namespaces", namespaces);
    kubectl.pruned().endNamespaces();
    forget(kubectl);
  }

  /** Waits until the server no longer offers what is gone; kubectl, too, remembers what it read. */
  private static void forget(Kubectl kubectl) throws IOException, InterruptedException {
    List<String> offered = List.of();
    for (int left = WAITS; left > 0; left--) {
      offered = kubectl.right("api-resources", "--cached=false", "--output=name").lines().toList();
      if (Collections.disjoint(offered, Definitions.RENDERED)) {
        return;
      }
    }
    throw new IllegalStateException("still there: " + offered);
  }

  private static void delete(Kubectl kubectl, String kind, List<String> names)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("delete", kind, "--ignore-not-found"));
    words.add("--wait=" + kind.equals("crds"));
    words.addAll(names);
    if (!names.isEmpty()) {
      kubectl.right(words.toArray(String[]::new));
    }
  }

  @Override
  public void close() throws IOException {
    ApiServer.closeAll(List.copyOf(free));
  }
}
