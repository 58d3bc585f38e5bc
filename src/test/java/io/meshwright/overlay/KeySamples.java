package io.meshwright.overlay;

import io.meshwright.istio.IstioVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that a release knows, and those of other releases, with values that fit them. */
final class KeySamples {
  private static final KeyTable TABLE = KeyTable.load();
  private static final List<Advice> UNREAD = Advice.table("unread-keys.txt");
  private static final int DEEPEST = 7;
  private static final String ELEMENT = "[]";

  /**
   * A key.
   *
   * @param path the steps from the operator's spec to it; {@code []} is a list's first element
   * @param kind what its value is
   */
  record Sample(List<String> path, Kind kind) {
    /** Returns the key's own name. */
    String name() {
      return path.get(path.size() - 1);
    }

    /** Returns whether it is one of the mesh's settings, which later releases do not refuse. */
    boolean isMeshSetting() {
      return path.contains("meshConfig");
    }
  }

  private final IstioVersion version;
  private final List<Sample> known = new ArrayList<>();
  private final List<Sample> unknown = new ArrayList<>();

  KeySamples(IstioVersion version) {
    this.version = version;
    walk(List.of(), "Spec");
  }

  List<Sample> known() {
    return known;
  }

  List<Sample> unknown() {
    return unknown;
  }

  List<Sample> unread() {
    return known.stream().filter(this::isUnread).toList();
  }

  private boolean isUnread(Sample sample) {
    return UNREAD.stream()
        .anyMatch(
            advice -> advice.releases().contain(version) && advice.path().equals(sample.path()));
  }

  private void walk(List<String> path, String type) {
    List<String> names = new ArrayList<>();
    for (Key key : TABLE.keys(type)) {
      for (String name :
          key.name().equals(key.otherName())
              ? List.of(key.name())
              : List.of(key.name(), key.otherName())) {
        List<String> here = add(path, name);
        if (TABLE.key(type, name, version).isPresent()) {
          if (key.releases().contain(version)) {
            Sample sample = new Sample(here, key.kind());
            known.add(sample);
            if (!isUnread(sample)) {
              below(here, key.kind());
            }
          }
        } else if (!names.contains(name)) {
          names.add(name);
          unknown.add(new Sample(here, key.kind()));
        }
      }
    }
  }

  private void below(List<String> path, Kind kind) {
    if (kind.form() == Kind.Form.TYPE && path.size() < DEEPEST) {
      walk(path, kind.type());
    }
    if (kind.element().isPresent()) {
      String step = kind.form() == Kind.Form.LIST ? ELEMENT : "probe";
      below(add(path, step), kind.element().get());
    }
  }

  private static List<String> add(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /** Returns a value that fits {@code kind}. */
  Object value(Kind kind) {
    return switch (kind.form()) {
      case ANY, STRING -> "probe";
      case BOOL -> true;
      case NUMBER -> 7;
      case DURATION -> "7s";
      case ENUM -> 0;
      case LIST -> kind.element().map(this::value).map(List::of).orElse(List.of());
      case MAP -> kind.element().map(element -> Map.of("probe", value(element))).orElse(Map.of());
      case TYPE -> all(kind.type());
    };
  }

  private Map<String, Object> all(String type) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : TABLE.names(type, version)) {
      Optional<Key> key = TABLE.key(type, name, version);
      key.ifPresent(found -> all.put(name, value(found.kind())));
    }
    return all;
  }

  /** Returns the samples as one operator's spec. */
  Map<String, Object> spec(List<Sample> samples) {
    Map<String, Object> spec = new LinkedHashMap<>();
    for (Sample sample : samples) {
      put(spec, sample.path(), value(sample.kind()));
    }
    return spec;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> into, List<String> path, Object value) {
    String step = path.get(0);
    if (path.size() == 1) {
      into.put(step, value);
    } else if (path.get(1).equals(ELEMENT)) {
      Map<String, Object> element = new LinkedHashMap<>();
      put(element, path.subList(2, path.size()), value);
      into.put(step, List.of(element));
    } else {
      Object inside = into.computeIfAbsent(step, key -> new LinkedHashMap<String, Object>());
      put((Map<String, Object>) inside, path.subList(1, path.size()), value);
    }
  }
}
