package io.meshwright.secret;

import java.util.Optional;

/** Tokens that name their issuer by their first letters. */
final class KnownTokens {
  private static final String[] GITHUB = {"ghp_", "gho_", "ghu_", "ghs_", "ghr_"};

  private KnownTokens() {}

  /** Returns the token that starts at {@code at}, if one does; looks at a few letters only. */
  static Optional<SecretSpan> at(String text, int at) {
    return switch (text.charAt(at)) {
      case 'A' ->
          text.startsWith("AGE-", at)
              ? token(text, at, "AGE-SECRET-KEY-1", 50, "an age secret key")
              : accessKey(text, at);
      case 'g' -> git(text, at);
      case 'h' -> vault(text, at);
      case 'x' ->
          text.startsWith("xox", at) && at + 4 < text.length() && text.charAt(at + 4) == '-'
              ? token(text, at, text.substring(at, at + 5), 10, "a Slack token")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<SecretSpan> git(String text, int at) {
    if (text.startsWith("github_pat_", at)) {
      return token(text, at, "github_pat_", 20, "a GitHub token");
    }
    if (text.startsWith("glpat-", at)) {
      return token(text, at, "glpat-", 20, "a GitLab token");
    }
    for (String prefix : GITHUB) {
      if (text.startsWith(prefix, at)) {
        return token(text, at, prefix, 30, "a GitHub token");
      }
    }
    return Optional.empty();
  }

  private static Optional<SecretSpan> vault(String text, int at) {
    boolean vault =
        text.startsWith("hvs.", at) || text.startsWith("hvb.", at) || text.startsWith("hvr.", at);
    return vault
        ? token(text, at, text.substring(at, at + 4), 20, "a Vault token")
        : Optional.empty();
  }

  private static Optional<SecretSpan> accessKey(String text, int at) {
    if (!text.startsWith("AKIA", at) && !text.startsWith("ASIA", at)) {
      return Optional.empty();
    }
    int end = at;
    while (end < text.length() && isUpperOrDigit(text.charAt(end))) {
      end++;
    }
    boolean ends = end == text.length() || !Base64Run.isLetter(text.charAt(end));
    return end - at == 20 && ends
        ? Optional.of(new SecretSpan("an AWS access key", at, end))
        : Optional.empty();
  }

  private static Optional<SecretSpan> token(
      String text, int at, String prefix, int letters, String kind) {
    if (!text.startsWith(prefix, at)) {
      return Optional.empty();
    }
    int start = at + prefix.length();
    int end = start;
    while (end < text.length() && Base64Run.isLetter(text.charAt(end))) {
      end++;
    }
    return end - start >= letters ? Optional.of(new SecretSpan(kind, at, end)) : Optional.empty();
  }

  private static boolean isUpperOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
