package io.meshwright.yaml;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the scalars of {@link BlockYamlReader}; null stands for "not in that part of YAML". */
final class BlockScalars {
  /** Words that one YAML version or another does not take for a string. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_WORD = 5;
  private static final int LONGEST_KEY = 1000;
  private static final int MOST_DIGITS = 9;

  /** What a character may be part of, by its code: 0, {@link #BARE} or {@link #LETTER}. */
  private static final byte[] KINDS = kinds();

  private static final byte BARE = 1;
  private static final byte LETTER = 2;

  private final char[] text;

  BlockScalars(char[] text) {
    this.text = text;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c : ".-_/:0123456789".toCharArray()) {
      kinds[c] = BARE;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      kinds[c] = LETTER;
      kinds[c - 'a' + 'A'] = LETTER;
    }
    return kinds;
  }

  /** A literal block's text, and where the line after it starts. */
  record Block(String text, int end) {}

  /** Returns where the colon of the key at {@code start} stands; -1 when no key starts there. */
  int keyEnd(int start) {
    int i = start;
    if (text[i] == '"') {
      i = closingQuote(start) + 1;
    } else {
      while (isBare(text[i]) && !endsKey(i)) {
        i++;
      }
    }
    return i > start && i - start < LONGEST_KEY && endsKey(i) ? i : -1;
  }

  /** Returns where the line break after {@code start} stands; every text ends with one. */
  int lineEnd(int start) {
    int i = start;
    while (text[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean endsKey(int i) {
    return text[i] == ':' && (text[i + 1] == ' ' || text[i + 1] == '\n');
  }

  /** Returns where the quote that starts at {@code start} ends; -1 when it does not. */
  private int closingQuote(int start) {
    for (int i = start + 1; i < text.length; i++) {
      char c = text[i];
      if (c == '"') {
        return i;
      }
      if (c == '\n') {
        return -1;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  /** Returns the scalar that is all the text from {@code start} to {@code end}. */
  @Nullable JsonNode oneLine(int start, int end) {
    if (start == end) {
      return null;
    }
    char first = text[start];
    if (first == '"') {
      String unquoted = closingQuote(start) == end - 1 ? unquoted(start + 1, end - 1) : null;
      return unquoted == null ? null : NODES.stringNode(unquoted);
    }
    if (end - start == 2 && text[start] == '{' && text[start + 1] == '}') {
      return NODES.objectNode();
    }
    if (end - start == 2 && text[start] == '[' && text[start + 1] == ']') {
      return NODES.arrayNode();
    }
    if (first == '-') {
      return negative(start + 1, end);
    }
    return first >= '0' && first <= '9' ? number(start, end) : word(start, end);
  }

  private @Nullable JsonNode negative(int start, int end) {
    boolean digit = start < end && text[start] >= '1' && text[start] <= '9';
    JsonNode number = digit ? number(start, end) : null;
    return number != null && number.isNumber() ? NODES.numberNode(-number.intValue()) : null;
  }

  /** Reads a whole number, or a length of time such as {@code 1h}, which is a string. */
  private @Nullable JsonNode number(int start, int end) {
    if (end - start > MOST_DIGITS || (text[start] == '0' && end - start > 1)) {
      return null;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (c < '0' || c > '9') {
        boolean time = i == end - 1 && (c == 'h' || c == 'm' || c == 's');
        return time ? NODES.stringNode(new String(text, start, end - start)) : null;
      }
      number = number * 10 + c - '0';
    }
    return NODES.numberNode(number);
  }

  private @Nullable JsonNode word(int start, int end) {
    char first = text[start];
    if (!isLetter(first) && first != '/') {
      return null;
    }
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (!isBare(c) || (c == ':' && (i + 1 == end || text[i + 1] == ' '))) {
        return null;
      }
    }
    String word = new String(text, start, end - start);
    if (word.equals("true") || word.equals("false")) {
      return NODES.booleanNode(word.equals("true"));
    }
    boolean doubtful =
        word.length() <= LONGEST_WORD && WORDS.contains(word.toLowerCase(Locale.ROOT));
    return doubtful ? null : NODES.stringNode(word);
  }

  private static boolean isLetter(char c) {
    return c < 128 && KINDS[c] == LETTER;
  }

  private static boolean isBare(char c) {
    return c < 128 && KINDS[c] != 0;
  }

  private @Nullable String unquoted(int start, int end) {
    int i = start;
    while (i < end && isPlain(text[i])) {
      i++;
    }
    if (i == end) {
      return new String(text, start, end - start);
    }
    StringBuilder out = new StringBuilder(end - start);
    out.append(text, start, i - start);
    while (i < end) {
      char c = text[i];
      if (c != '\\') {
        if (!isPrintable(c)) {
          return null;
        }
        out.append(c);
        i++;
      } else if (text[i + 1] == 'u' && i + 6 <= end) {
        int code = hex(i + 2);
        if (code < 0) {
          return null;
        }
        out.append((char) code);
        i += 6;
      } else {
        int plain = "\"\\nrt".indexOf(text[i + 1]);
        if (plain < 0) {
          return null;
        }
        out.append("\"\\\n\r\t".charAt(plain));
        i += 2;
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < '\u007f' && c != '\\';
  }

  /** Returns the number of four hexadecimal digits; -1 when there is no such character. */
  private int hex(int start) {
    int code = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = Character.digit(text[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return Character.isSurrogate((char) code) ? -1 : code;
  }

  /** Returns whether every YAML version takes {@code c} for an ordinary character of a line. */
  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < '\u007f')
        || (c > '\u009f' && c < '\u2028')
        || (c > '\u2029' && c < '\ud800');
  }

  /** Reads the block whose mark stands from {@code start} to {@code end}. */
  @Nullable Block block(int start, int end, int parent) {
    boolean strip = end - start == 2 && text[start + 1] == '-';
    int first = end + 1;
    int indent = blanksAt(first);
    if ((!strip && end - start != 1) || indent <= parent || endsAt(first + indent)) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    int line = first;
    while (line < text.length) {
      int next = lineEnd(line) + 1;
      int blanks = blanksAt(line);
      boolean empty = next == line + 1;
      if (!empty && blanks < indent) {
        break;
      }
      if (!empty && !append(out, line + indent, next - 1)) {
        return null;
      }
      out.append('\n');
      line = next;
    }
    int length = out.length();
    if (length > 1 && out.charAt(length - 2) == '\n') {
      return null;
    }
    out.setLength(strip ? length - 1 : length);
    return new Block(out.toString(), line);
  }

  private boolean append(StringBuilder out, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isPrintable(text[i])) {
        return false;
      }
    }
    out.append(text, start, end - start);
    return text[end - 1] != ' ';
  }

  private boolean endsAt(int i) {
    return i >= text.length || text[i] == '\n';
  }

  private int blanksAt(int start) {
    int i = start;
    while (i < text.length && text[i] == ' ') {
      i++;
    }
    return i - start;
  }
}
