package io.meshwright.report;

import io.meshwright.secret.SecretScanner;

/** Keeps secrets off the terminal and out of logs, whatever a finding quotes. */
final class Redaction {
  private Redaction() {}

  /** Returns whether {@code text} must not be shown. */
  static boolean hides(String text) {
    return SecretScanner.containsSecret(text);
  }

  /** Returns {@code text}, or a remark in its place when it quotes a secret. */
  static String of(String text) {
    return hides(text) ? "(not shown, because it quotes a secret)" : text;
  }
}
