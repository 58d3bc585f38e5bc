package io.meshwright.conformance;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Real API servers with External Secrets that serve one mesh after the other: a start costs more
 * than to take everything of a mesh away again.
 *
 * @param programs the programs
 * @param free the servers on which nothing of a mesh is
 * @param own the definitions that stay, as kubectl names them
 */
record Servers(Programs programs, Deque<ApiServer> free, Set<String> own) implements AutoCloseable {
  private static final int WAITS = 100;

  /** Returns a stock that has no server yet. */
  static Servers of(Programs programs) {
    return new Servers(programs, new ArrayDeque<>(), new ConcurrentSkipListSet<>());
  }

  /** Returns that many servers, started where too few are free. */
  List<ApiServer> take(int count) throws IOException, InterruptedException {
    List<ApiServer> taken = new ArrayList<>();
    while (taken.size() < count && !free.isEmpty()) {
      taken.add(free.remove());
    }
    List<ApiServer> started = ApiServer.start(programs, count - taken.size());
    taken.addAll(started);
    boolean ready = false;
    try {
      Definitions secrets = Definitions.externalSecrets(programs);
      AtOnce.each(
          started,
          server -> {
            own.addAll(server.kubectl().define(secrets));
            own.addAll(server.kubectl().pruned().knowsSets());
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
  private void wipe(Kubectl kubectl) throws IOException, InterruptedException {
    List<String> definitions = new ArrayList<>(names(kubectl, "crds"));
    definitions.removeAll(own);
    delete(kubectl, definitions);
    List<String> namespaces = new ArrayList<>(names(kubectl, "namespaces"));
    namespaces.removeIf(name -> Kubectl.isOfTheServer(name.replace('/', ' ')));
    for (String namespace : namespaces) {
      kubectl.right(
          "delete",
          "configmaps,secrets,serviceaccounts,externalsecrets,pushsecrets",
          "--all",
          "--namespace=" + namespace.substring(namespace.indexOf('/') + 1));
    }
    namespaces.add(0, "--wait=false");
    delete(kubectl, namespaces);
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

  private static List<String> names(Kubectl kubectl, String kind)
      throws IOException, InterruptedException {
    return kubectl.right("get", kind, "--output=name").lines().toList();
  }

  private static void delete(Kubectl kubectl, List<String> what)
      throws IOException, InterruptedException {
    if (what.stream().anyMatch(word -> !word.startsWith("--"))) {
      List<String> words = new ArrayList<>(List.of("delete"));
      words.addAll(what);
      kubectl.right(words.toArray(String[]::new));
    }
  }

  @Override
  public void close() throws IOException {
    ApiServer.closeAll(List.copyOf(free));
  }
}
