package io.meshwright.expand;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.istio.IstioVersion;
import io.meshwright.plan.Identity;
import io.meshwright.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that one cluster gets: of an object that stood in two places, two owners would write in turn.
 */
public final class Together {
  private final Map<Identity, String> owners = new HashMap<>();
  private final SortedMap<String, Expansion> kept = new TreeMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /** Says that the file at {@code path} holds an object. */
  public void add(Identity object, String path) {
    owners.put(key(object), path);
  }

  /**
   * Adds what istioctl made of {@code file}. The Namespace, which Istio 1.5 brings, is left out
   * where Meshwright renders it, with the labels that a mesh needs.
   */
  public void add(String file, Expansion expansion, Function<String, Location> place) {
    Expansion rest =
        expansion.without(
            object ->
                object.identity().kind().equals("Namespace")
                    && owners.containsKey(key(object.identity())));
    Optional<ExpandedObject> first = Optional.empty();
    String other = "";
    int doubled = 0;
    for (ExpandedObject object : rest.objects()) {
      String owner = owners.putIfAbsent(key(object.identity()), file);
      if (owner != null) {
        doubled++;
        if (first.isEmpty()) {
          first = Optional.of(object);
          other = owner;
        }
      }
    }
    kept.put(file, rest);
    if (first.isPresent()) {
      String more = doubled == 1 ? "" : " and " + (doubled - 1) + " more objects";
      found.add(
          new ExpandFindings(IstioVersion.of(expansion.version()), place.apply(file))
              .doubled(first.get().words() + more, other, file));
    }
  }

  /** Returns what is to be written, by the file that it was made of. */
  public SortedMap<String, Expansion> kept() {
    return kept;
  }

  /** Returns what stands in two places. */
  public List<Diagnostic> found() {
    return found;
  }

  /** Versions of one group hold the same objects. */
  private static Identity key(Identity object) {
    String version = object.apiVersion();
    int slash = version.indexOf('/');
    String group = slash < 0 ? "" : version.substring(0, slash);
    return new Identity(group, object.kind(), object.namespace(), object.name());
  }
}
