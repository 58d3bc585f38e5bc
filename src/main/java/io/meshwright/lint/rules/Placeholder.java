package io.meshwright.lint.rules;

import java.util.regex.Pattern;

/** Recognises text that a guide means to be replaced. */
final class Placeholder {
  private static final Pattern FORM =
      Pattern.compile(
          "[<>{}]|\\$\\w|\\$\\(|%\\w+%|\\bchange[-_]?me\\b|\\breplace[-_]?me\\b|\\btodo\\b|\\bfixme\\b"
              + "|(?<![a-z0-9-])x{3,}(?![a-z0-9-])|\\bx(\\.x){3}\\b|^your[-_]"
              // the word for a gap is in small letters, and no host
              + "|^(?!(?-i:pending)$)pending$|//pending(?![a-z0-9.-])",
          Pattern.CASE_INSENSITIVE);

  private Placeholder() {}

  /** Returns whether {@code text} still has such a part. */
  static boolean in(String text) {
    return FORM.matcher(text).find();
  }
}
