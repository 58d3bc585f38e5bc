package io.meshwright.secret;

import java.util.Optional;

/** Values that are secret because of the key before them, as in a kubeconfig. */
final class Credentials {
  private static final int LONGEST_VALUE_START = 64;
  private static final int LEAST_RANDOM_LETTERS = 12;

  private Credentials() {}

  /**
   * Returns the secret whose letters stand from {@code start} to {@code end}, if the key before
   * them says so and they look made by a machine: a name of words is no secret.
   */
  static Optional<SecretSpan> in(String text, int start, int end) {
    int value = valueStart(text, start);
    int key = keyEnd(text, value);
    if (key < 0) {
      return Optional.empty();
    }
    if (isKey(text, key, "client-key-data")) {
      return Optional.of(new SecretSpan("a client key", value, end));
    }
    if (isKey(text, key, "token") && looksRandom(text, value, end)) {
      return Optional.of(new SecretSpan("a token", value, end));
    }
    if (isKey(text, key, "password") && looksRandom(text, value, end)) {
      return Optional.of(new SecretSpan("a password", value, end));
    }
    return Optional.empty();
  }

  private static int valueStart(String text, int start) {
    int least = Math.max(0, start - LONGEST_VALUE_START);
    int at = start;
    while (at > least && (text.charAt(at - 1) == '.' || Base64Run.isLetter(text.charAt(at - 1)))) {
      at--;
    }
    return at;
  }

  /** Returns where the key ends whose colon stands before {@code value}, or -1. */
  private static int keyEnd(String text, int value) {
    int at = skipBack(text, value);
    return at > 0 && text.charAt(at - 1) == ':' ? skipBack(text, at - 1) : -1;
  }

  /** Skips at most a few blanks and quotes, escaped or not. */
  private static int skipBack(String text, int from) {
    int least = Math.max(0, from - 8);
    int at = from;
    while (at > least && " \t\"'\\".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /**
   * Says whether the key is {@code name} or ends in it as a word of its own, as {@code id-token}
   * and {@code accessToken} do.
   */
  private static boolean isKey(String text, int end, String name) {
    int start = end - name.length();
    if (start < 0 || !text.regionMatches(true, start, name, 0, name.length())) {
      return false;
    }
    return start == 0
        || !Character.isLetterOrDigit(text.charAt(start - 1))
        || Character.isUpperCase(text.charAt(start));
  }

  private static boolean looksRandom(String text, int start, int end) {
    int length = 0;
    boolean digit = false;
    boolean letter = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isDigit && !isLetter) {
        length = 0;
        digit = false;
        letter = false;
        continue;
      }
      length++;
      digit |= isDigit;
      letter |= isLetter;
      if (length >= LEAST_RANDOM_LETTERS && digit && letter) {
        return true;
      }
    }
    return false;
  }
}
