package io.meshwright.lint.rules;

import java.util.regex.Pattern;

/** Recognises names that the DNS can hold. */
final class DnsName {
  private static final int LONGEST = 253;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

  private DnsName() {}

  /** Returns whether {@code text} is a lower-case label of RFC 1123. */
  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** Returns whether {@code text} is a host's name; one that ends in a number is none. */
  static boolean isHost(String text) {
    return text.length() <= LONGEST
        && HOST.matcher(text).matches()
        && !NUMBER_AT_END.matcher(text).matches();
  }
}
