package io.meshwright.overlay;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of an IstioOperator by release: {@code operator-keys.txt}, which names its sources. It
 * is read when the first overlay is, and a type of it when the first overlay comes to it.
 */
final class KeyTable {
  /** The type of the whole document. */
  static final String ROOT = "IstioOperator";

  private static final String INDENTATION = "  ";

  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, List<Key>> types = new ConcurrentHashMap<>();

  private KeyTable() {
    List<String> current = new ArrayList<>();
    for (String line : Table.lines("operator-keys.txt")) {
      if (line.startsWith(INDENTATION)) {
        current.add(line);
      } else {
        current = new ArrayList<>();
        lines.put(line, current);
      }
    }
  }

  private static final class Holder {
    private static final KeyTable TABLE = new KeyTable();
  }

  static KeyTable load() {
    return Holder.TABLE;
  }

  /** Returns whether the table says anything about {@code version}. */
  static boolean covers(IstioVersion version) {
    return version.major() == 1 && version.since(IstioFeature.RENDERED_FORMS.since());
  }

  /** Returns the keys that some release knows in a type, each kind of each by itself. */
  List<Key> keys(String type) {
    return types.computeIfAbsent(type, this::parse);
  }

  private List<Key> parse(String type) {
    List<String> keys = lines.get(type);
    if (keys == null) {
      throw new IllegalStateException("the table of keys lacks its type " + type);
    }
    return keys.stream().map(Key::parse).toList();
  }

  /** Returns the key of that name that {@code version} knows in a type. */
  Optional<Key> key(String type, String name, IstioVersion version) {
    return keys(type).stream()
        .filter(key -> key.isCalled(name) && key.releases().contain(version))
        .findFirst();
  }

  /** Returns the names of the keys that {@code version} knows in a type. */
  List<String> names(String type, IstioVersion version) {
    return keys(type).stream()
        .filter(key -> key.releases().contain(version))
        .map(Key::name)
        .toList();
  }
}
