package io.meshwright.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each key and value of a parsed document stands in its text. */
public final class SourceMap {
  private final Map<String, Location> keys;
  private final Map<String, Location> values;

  private SourceMap(Map<String, Location> keys, Map<String, Location> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Collects places while a document is read. */
  public static final class Builder {
    private final Map<String, Location> keys = new HashMap<>();
    private final Map<String, Location> values = new HashMap<>();

    /** Remembers where the key of the entry at {@code pointer} stands. */
    public void key(Pointer pointer, Location location) {
      keys.put(pointer.value(), location);
    }

    /** Remembers where the value at {@code pointer} stands. */
    public void value(Pointer pointer, Location location) {
      values.put(pointer.value(), location);
    }

    /** Returns the map; the builder is not used afterwards. */
    public SourceMap build() {
      return new SourceMap(keys, values);
    }
  }

  /** Returns a builder that has all places of this map. */
  public Builder copied() {
    Builder builder = new Builder();
    builder.keys.putAll(keys);
    builder.values.putAll(values);
    return builder;
  }

  /** Returns where the value at {@code pointer} starts, if the document has such a value. */
  public Optional<Location> find(Pointer pointer) {
    return Optional.ofNullable(values.get(pointer.value()));
  }

  /** Returns where the value at {@code pointer} starts, or where its nearest parent does. */
  public Location value(Pointer pointer) {
    String path = pointer.value();
    while (true) {
      Location place = values.get(path);
      if (place != null) {
        return place;
      }
      if (path.isEmpty()) {
        throw new IllegalStateException("the document itself has no place");
      }
      path = path.substring(0, path.lastIndexOf('/'));
    }
  }

  /** Returns where the key at {@code pointer} starts; for a sequence's element, its value. */
  public Location key(Pointer pointer) {
    Location key = keys.get(pointer.value());
    return key == null ? value(pointer) : key;
  }
}
