package io.meshwright.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Characters of base64, standard or safe for URLs, that may be broken over several lines. */
final class Base64Run {
  private static final byte[] VALUES = values();

  private Base64Run() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    values['-'] = 62;
    values['_'] = 63;
    return values;
  }

  /** Says whether {@code c} is a letter of either alphabet; the padding {@code =} is not. */
  static boolean isLetter(char c) {
    return c < 128 && VALUES[c] >= 0;
  }

  /** Returns where the run that holds {@code from} ends, line breaks inside it included. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int next = next(text, at);
      if (next < 0) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** Returns the bytes between two indexes as characters from 0 to 255. */
  static String decode(String text, int start, int end) {
    byte[] bytes = new byte[(end - start) * 3 / 4 + 3];
    int count = 0;
    int bits = 0;
    int held = 0;
    int at = start;
    while (at >= 0 && at < end) {
      char c = text.charAt(at);
      if (!isLetter(c)) {
        at = next(text, at);
        continue;
      }
      bits = (bits << 6) | VALUES[c];
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes[count++] = (byte) (bits >> held);
      }
      at++;
    }
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
  }

  /** Returns the letter behind a line break at {@code at}, indented or escaped, or -1. */
  private static int next(String text, int at) {
    int p = blanks(text, at);
    int broken = p;
    while (p < text.length()) {
      char c = text.charAt(p);
      if (c == '\n' || c == '\r') {
        p++;
      } else if (c == '\\' && p + 1 < text.length() && "nr".indexOf(text.charAt(p + 1)) >= 0) {
        p += 2;
      } else {
        break;
      }
      p = blanks(text, p);
    }
    return p > broken && p < text.length() && isLetter(text.charAt(p)) ? p : -1;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
