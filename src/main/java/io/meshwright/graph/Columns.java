package io.meshwright.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares networks out to columns of one width, so that the picture is about as wide as a screen.
 * Small networks may stand in one column, a network that is too high for one gets several of its
 * own.
 */
final class Columns {
  static final int GAP = 12;

  /** What a network's title takes. */
  static final int HEAD = 32;

  /** What a network has below its last block, in pixels. */
  private static final int FOOT = 14;

  /** What lies between a network's own words and its first block, in pixels. */
  private static final int BELOW_WORDS = 8;

  /** So many networks always stand side by side. */
  private static final int BESIDE = 3;

  private static final int LEAST_WIDTH = 210;

  /** How much wider than high a picture may be, in tenths. */
  private static final int PROPORTION = 14;

  /** What lies between two columns, about, in pixels. */
  private static final int BETWEEN = 60;

  /** So many heights are tried. */
  private static final int TRIED = 32;

  /**
   * A network and where it stands.
   *
   * @param box the network
   * @param column the first of its columns
   * @param stacks its blocks, column by column
   */
  record Placed(NetworkBox box, int column, List<List<Block>> stacks) {}

  private final int width;
  private final int target;
  private final boolean beside;
  private final List<Placed> placed = new ArrayList<>();
  private int next;
  private int filled;
  private int highest;

  private Columns(List<NetworkBox> networks, int width, int target) {
    this.width = width;
    this.target = target;
    beside = networks.size() <= BESIDE;
    networks.forEach(this::place);
  }

  /** Returns the columns that fit a screen best. */
  static Columns of(List<NetworkBox> networks) {
    int width = width(networks);
    Columns one = new Columns(networks, width, Integer.MAX_VALUE);
    Columns best = one;
    for (int i = 1; i <= TRIED; i++) {
      Columns other = new Columns(networks, width, one.highest * i / TRIED);
      if (other.size() < best.size()) {
        best = other;
      }
    }
    return best;
  }

  /** Returns how high a screen has to be for it. */
  private int size() {
    return Math.max(highest, next * (width + BETWEEN) * 10 / PROPORTION);
  }

  List<Placed> placed() {
    return placed;
  }

  int count() {
    return next;
  }

  /** Returns the width of every block, in pixels. */
  int width() {
    return width;
  }

  /** Returns the column of every block. */
  Map<Block, Integer> ofBlocks() {
    Map<Block, Integer> columns = new LinkedHashMap<>();
    for (Placed network : placed) {
      for (int i = 0; i < network.stacks().size(); i++) {
        for (Block block : network.stacks().get(i)) {
          columns.put(block, network.column() + i);
        }
      }
    }
    return columns;
  }

  /** Returns how high a network is whose blocks stand one below the other. */
  int height(NetworkBox network, List<Block> blocks) {
    int height = head(network) + FOOT - (blocks.isEmpty() ? 0 : GAP);
    for (Block block : blocks) {
      height += new BlockShape(block, width).height() + GAP;
    }
    return height;
  }

  private void place(NetworkBox network) {
    int height = height(network, network.blocks());
    if (height > target && network.blocks().size() > 1) {
      List<List<Block>> stacks = stacks(network);
      placed.add(new Placed(network, next, stacks));
      next += stacks.size();
      filled = target;
      stacks.forEach(stack -> highest = Math.max(highest, height(network, stack)));
      return;
    }
    if (beside || next == 0 || filled + height > target) {
      next++;
      filled = 0;
    }
    placed.add(new Placed(network, next - 1, List.of(network.blocks())));
    filled += height + GAP;
    highest = Math.max(highest, filled);
  }

  /** Returns what a network has above its first block, in pixels. */
  static int head(NetworkBox network) {
    int lines = network.lines().size();
    return HEAD + (lines == 0 ? 0 : lines * Font.LINE.leading() + BELOW_WORDS);
  }

  private List<List<Block>> stacks(NetworkBox network) {
    List<List<Block>> stacks = new ArrayList<>();
    int left = 0;
    for (Block block : network.blocks()) {
      int height = new BlockShape(block, width).height() + GAP;
      if (stacks.isEmpty() || height > left) {
        stacks.add(new ArrayList<>());
        left = target - head(network) - FOOT;
      }
      stacks.get(stacks.size() - 1).add(block);
      left -= height;
    }
    return stacks;
  }

  private static int width(List<NetworkBox> networks) {
    int width = LEAST_WIDTH;
    for (NetworkBox network : networks) {
      width = Math.max(width, Font.HEADING.width(network.title()));
      for (String line : network.lines()) {
        width = Math.max(width, Font.LINE.width(line));
      }
      for (Block block : network.blocks()) {
        width = Math.max(width, BlockShape.width(block));
      }
    }
    return width;
  }
}
