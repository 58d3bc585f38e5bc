package io.meshwright.secret;

import io.meshwright.source.Location;

/**
 * What holds a secret.
 *
 * @param name in words for a message: a quoted key, or {@code a comment}
 * @param place where to look; that line may hold the secret, so nobody quotes it
 */
record SecretOwner(String name, Location place) {
  private static final int LONGEST_NAME = 63;

  /** Returns {@code key} in quotes, or {@code other} where the key may itself be a secret. */
  static String quoted(String key, String other) {
    boolean plain =
        !key.isEmpty()
            && key.length() <= LONGEST_NAME
            && key.chars().allMatch(SecretOwner::isNameLetter)
            && !SecretScanner.containsSecret(key);
    return plain ? '"' + key + '"' : other;
  }

  static boolean isNameLetter(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0);
  }
}
