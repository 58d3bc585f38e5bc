package io.meshwright.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a block is, and where its words stand.
 *
 * @param block the block
 * @param width how wide it is drawn, at least {@link #width(Block)}
 */
record BlockShape(Block block, int width) {
  private static final int PADDING = 14;
  private static final int BETWEEN = 16;
  private static final int AFTER_NAME = 8;

  /** Returns the least width at which all its words have room. */
  static int width(Block block) {
    int widest = Font.HEADING.width(block.heading());
    for (String line : block.lines()) {
      widest = Math.max(widest, Font.LINE.width(line));
    }
    return Math.max(widest, memberWidth(block)) + 2 * PADDING;
  }

  int height() {
    int lines = block.lines().size() + rows();
    return PADDING + Font.HEADING.leading() + lines * Font.LINE.leading() + PADDING / 2;
  }

  /** Returns the words of the block when its upper left corner is at {@code left, top}. */
  List<PlacedText> texts(int left, int top) {
    List<PlacedText> texts = new ArrayList<>();
    int x = left + PADDING;
    int y = top + PADDING + Font.HEADING.size() - 2;
    texts.add(new PlacedText(x, y, block.heading(), Font.HEADING));
    for (String line : block.lines()) {
      y += Font.LINE.leading();
      texts.add(new PlacedText(x, y, line, Font.LINE));
    }
    for (int i = 0; i < block.members().size(); i++) {
      int column = i / rows();
      int baseline = y + (i % rows() + 1) * Font.LINE.leading();
      add(block.members().get(i), x + column * (memberWidth(block) + BETWEEN), baseline, texts);
    }
    return texts;
  }

  private static void add(Block.Member member, int x, int baseline, List<PlacedText> texts) {
    texts.add(new PlacedText(x, baseline, member.name(), Font.MEMBER));
    if (!member.words().isEmpty()) {
      int after = x + Font.MEMBER.width(member.name()) + AFTER_NAME;
      texts.add(new PlacedText(after, baseline, member.words(), Font.LINE));
    }
  }

  private int rows() {
    if (block.members().isEmpty()) {
      return 0;
    }
    int fit = (width - 2 * PADDING + BETWEEN) / (memberWidth(block) + BETWEEN);
    int columns = Math.max(1, fit);
    return (block.members().size() + columns - 1) / columns;
  }

  private static int memberWidth(Block block) {
    int widest = 0;
    for (Block.Member member : block.members()) {
      int words = member.words().isEmpty() ? 0 : AFTER_NAME + Font.LINE.width(member.words());
      widest = Math.max(widest, Font.MEMBER.width(member.name()) + words);
    }
    return widest;
  }
}
