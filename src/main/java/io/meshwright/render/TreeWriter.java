package io.meshwright.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists and scalars of any depth as YAML in block style, in the order given. */
final class TreeWriter {
  private static final int STEP = 2;

  private final StringBuilder out;

  TreeWriter(StringBuilder out) {
    this.out = out;
  }

  /** Appends {@code value} behind {@code indent} blanks, as whole lines. */
  void write(@Nullable Object value, int indent) {
    blanks(indent);
    writeHere(value, indent);
  }

  /** Appends {@code value}, whose first line starts where the text ends, at column indent. */
  private void writeHere(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      writeMap(map, indent);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      writeList(list, indent);
    } else if (value instanceof String text && text.indexOf('\n') >= 0 && BlockText.fits(text)) {
      out.append(text.charAt(text.length() - 1) == '\n' ? "|\n" : "|-\n");
      BlockText.append(out, text, indent);
    } else {
      writeScalar(value);
      out.append('\n');
    }
  }

  private void writeMap(Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      blanks(first ? 0 : indent);
      first = false;
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException("a key is no string");
      }
      QuotedScalar.append(out, key);
      if (isBlock(entry.getValue())) {
        out.append(":\n");
        blanks(indent + STEP);
      } else {
        out.append(": ");
      }
      writeHere(entry.getValue(), indent + STEP);
    }
  }

  private void writeList(List<?> list, int indent) {
    boolean first = true;
    for (Object item : list) {
      blanks(first ? 0 : indent);
      first = false;
      out.append("- ");
      writeHere(item, indent + STEP);
    }
  }

  private static boolean isBlock(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  private void writeScalar(@Nullable Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof String text) {
      QuotedScalar.append(out, text);
    } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      out.append(value);
    } else if (value instanceof BigInteger number) {
      out.append(number);
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.append(BigDecimal.valueOf(number).toPlainString());
    } else if (value instanceof Map<?, ?>) {
      out.append("{}");
    } else if (value instanceof List<?>) {
      out.append("[]");
    } else {
      throw new IllegalArgumentException("a tree cannot hold a " + value.getClass().getName());
    }
  }

  private void blanks(int count) {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }
}
