package io.meshwright.model;

import java.util.List;
import java.util.Optional;

/**
 * How istiods of other clusters reach a cluster's API server.
 *
 * @param url such as {@code https://eu1.k8s.example.com:6443}, as istiod sees it
 * @param caFile path of the PEM certificates that sign the server's, relative to the topology's
 *     folder
 * @param caBundle these certificates themselves, as a machine wrote them; wins over the file
 * @param tlsServerName the name that the server's certificate carries, where it is not the URL's
 * @param proxyUrl the proxy through which istiod goes
 * @param reachableFrom the names of the clusters whose istiod reaches it; absent for all
 */
public record ApiServer(
    Optional<String> url,
    Optional<String> caFile,
    Optional<String> caBundle,
    Optional<String> tlsServerName,
    Optional<String> proxyUrl,
    Optional<List<String>> reachableFrom) {
  public ApiServer {
    reachableFrom = reachableFrom.map(List::copyOf);
  }

  /** Returns whether the istiod of the cluster of that name reaches it. */
  public boolean isReachableFrom(String cluster) {
    return reachableFrom.map(names -> names.contains(cluster)).orElse(true);
  }
}
