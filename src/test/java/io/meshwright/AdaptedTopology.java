package io.meshwright;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A topology for another version of Istio, without what that version cannot do. */
public final class AdaptedTopology {
  private static final Pattern VERSION = Pattern.compile("(?m)^    version: \"[^\"]+\"$");
  private static final Pattern MINOR = Pattern.compile("1\\.(\\d+)\\..*");
  private static final Pattern NAMED_ISTIOD = Pattern.compile("host: (\\S+)");
  private static final Pattern NAMED_GATEWAY = Pattern.compile("addresses: \\[[a-z][^,\\]]*\\]");

  private static final int FIRST_WITH_REMOTE_REVISIONS = 20;
  private static final int FIRST_WITH_REMOTE_TAGS = 24;

  private AdaptedTopology() {}

  /** Returns the minor of {@code version}: 24 for {@code 1.24.6}. */
  static int minor(String version) {
    Matcher matcher = MINOR.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(version);
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Returns {@code topology} for another version. */
  public static String to(String version, String topology) {
    int minor = minor(version);
    String text = VERSION.matcher(topology).replaceFirst("    version: \"" + version + "\"");
    text = text.replaceAll("(?m)^      version: \"[^\"]+\"$", "      version: \"" + version + "\"");
    if (minor < FIRST_WITH_REMOTE_TAGS) {
      text = text.replaceAll("(?m)^ *tags: .*\n", "");
    }
    if (minor < FIRST_WITH_REMOTE_REVISIONS) {
      text = text.replaceAll("(?m)^    canary:\n(      .*\n)+", "");
    }
    text = text.replaceAll("istio: \\{version: \"[^\"]+\"", "istio: {version: \"" + version + "\"");
    if (minor >= 24) {
      text = text.replace("    install: operator\n", "");
    }
    if (minor < 10) {
      text = text.replaceAll("(?m)^    config:\n(      .*\n)+", "");
    }
    if (minor == 8) {
      text = text.replaceAll("(?m)^    namespace: .*\n", "");
    }
    if (minor < 14) {
      text = text.replaceAll("(?m)^        version: .*\n", ""); // of Kubernetes
    }
    if (minor < 28 && text.contains("dataPlane: ambient")) {
      text = text.replaceAll("(?m)^    trustDomain: .*\n", "");
    }
    if (minor < 26 && text.contains("api: gateway")) {
      text = text.replaceAll("(?m)^ *(loadBalancerClass|nodePort): .*\n", "");
    }
    if (minor < 21) {
      text = text.replaceAll("(?m)^ *loadBalancerClass: .*\n", "");
    }
    if (minor >= 15 && minor < 20) {
      text = text.replaceAll("(?m)^    revision: .*\n|, revision: [^}]+", "");
    }
    if (minor < 15) {
      text = numbered(NAMED_ISTIOD, text, "192.0.2.");
    }
    return minor < 13 ? numbered(NAMED_GATEWAY, text, "198.51.100.") : text;
  }

  /** Gives each place an IP address of its own. */
  private static String numbered(Pattern place, String text, String network) {
    int[] host = {0};
    return place.matcher(text).replaceAll(found -> "addresses: [" + network + ++host[0] + "]");
  }
}
