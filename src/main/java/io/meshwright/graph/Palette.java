package io.meshwright.graph;

import io.meshwright.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colour of each primary that remotes dial; words say the same for who cannot tell them apart.
 */
final class Palette {
  /** What belongs to no such primary. */
  private static final String NEUTRAL = "#6b7280";

  /** Of the lines that belong to two primaries. */
  private static final String BOTH = "#374151";

  /** Dark enough for thin lines on white. */
  private static final List<String> COLORS =
      List.of(
          "#0b6e4f", "#1d4ed8", "#b45309", "#7c3aed", "#be185d", "#0e7490", "#991b1b", "#4d7c0f");

  private final Map<String, String> colors = new LinkedHashMap<>();

  Palette(List<Block> blocks) {
    for (Block block : blocks) {
      boolean dials = block.role() == Role.REMOTE;
      if (dials && !block.primary().isEmpty()) {
        colors.putIfAbsent(block.primary(), COLORS.get(colors.size() % COLORS.size()));
      }
    }
  }

  String of(Block block) {
    return colors.getOrDefault(block.primary(), NEUTRAL);
  }

  String of(Link link) {
    return link.kind() == Link.Kind.WATCH_EACH_OTHER ? BOTH : of(link.hub());
  }
}
