package io.meshwright.lint.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL of a server, taken apart without judging it.
 *
 * @param scheme in lower case
 * @param user whether it carries a user or a password; never their text
 * @param host in lower case, an IPv6 address without its brackets
 * @param port as written; empty when the URL has none
 * @param rest path, query and fragment
 */
record ServerUrl(String scheme, boolean user, String host, String port, String rest) {
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*@)?(\\[[^\\]/?#@]*\\]|[^:/?#@\\[\\]]*)(:([^/?#@]*))?([/?#].*)?");

  /** Returns the parts of {@code text}, if it is a URL with a scheme and a host. */
  static Optional<ServerUrl> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(3).toLowerCase(Locale.ROOT);
    return Optional.of(
        new ServerUrl(
            matcher.group(1).toLowerCase(Locale.ROOT),
            matcher.group(2) != null,
            host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
            matcher.group(5) == null ? "" : matcher.group(5),
            matcher.group(6) == null ? "" : matcher.group(6)));
  }
}
