package io.meshwright.secret;

import java.util.List;

/**
 * Finds private keys, tokens and kubeconfig credentials in any text, in clear or wrapped in base64.
 *
 * <p>Runs over every byte that is written, so it reads each character about once and never goes
 * back: its time is linear in the text's length, whatever the text holds.
 */
public final class SecretScanner {
  private SecretScanner() {}

  /** Says whether {@code text} holds a secret. */
  public static boolean containsSecret(CharSequence text) {
    return !new SecretSearch(text.toString(), 1).run().isEmpty();
  }

  /** Returns the secrets in {@code text} by their places, the first hundred of them. */
  public static List<SecretSpan> find(CharSequence text) {
    return new SecretSearch(text.toString(), 100).run();
  }
}
