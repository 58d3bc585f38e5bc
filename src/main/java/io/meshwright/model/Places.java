package io.meshwright.model;

import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where each value of a topology stands: in its cluster, or in the defaults of all clusters. */
public final class Places {
  private static final Pattern IN_CLUSTER = Pattern.compile("/spec/clusters/\\d+(/.+)");
  private static final String DEFAULTS = "/spec/defaults";

  private final SourceMap source;

  public Places(SourceMap source) {
    this.source = source;
  }

  /** Returns whether the topology has a value at {@code pointer} itself, not by its defaults. */
  public boolean isSaid(Pointer pointer) {
    return source.find(pointer).isPresent();
  }

  /**
   * Returns where the value at {@code pointer} starts. A cluster's value that the defaults give
   * stands there; a value that nobody gives stands where its nearest parent does.
   */
  public Location value(Pointer pointer) {
    Optional<Location> own = source.find(pointer);
    if (own.isPresent()) {
      return own.get();
    }
    Matcher matcher = IN_CLUSTER.matcher(pointer.value());
    return (matcher.matches()
            ? source.find(new Pointer(DEFAULTS + matcher.group(1)))
            : Optional.<Location>empty())
        .orElseGet(() -> source.value(pointer));
  }
}
