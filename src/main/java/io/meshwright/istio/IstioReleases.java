package io.meshwright.istio;

import io.meshwright.text.Words;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The releases of Istio whose minor gets no more of them, and what Meshwright does with each. Later
 * minors may get another release at any time, so nothing is said about those.
 */
public final class IstioReleases {
  /** The number of the last release of 1.0, 1.1, … 1.23 (the tags of istio/istio). */
  private static final int[] LAST = {
    9, 17, 10, 8, 10, 10, 14, 8, 6, 9, 6, 8, 9, 9, 6, 7, 7, 8, 7, 10, 8, 6, 8, 6
  };

  /** How people write a release: {@code v1.5.10}, {@code 1.05.1}, {@code 1.5}. */
  private static final Pattern LOOSE =
      Pattern.compile("v?0{0,3}1\\.0{0,3}(\\d{1,3})(?:\\.0{0,3}(\\d{1,3}))?");

  private static final int FIRST = IstioFeature.RENDERED_FORMS.since();

  private IstioReleases() {}

  /** Returns the number of the last release of {@code 1.minor}; empty while more may come. */
  public static OptionalInt last(int minor) {
    return minor < LAST.length ? OptionalInt.of(LAST[minor]) : OptionalInt.empty();
  }

  /** Returns whether {@code version} came after the releases whose forms are rendered. */
  public static boolean isNewer(IstioVersion version) {
    return version.major() == 1 && version.since(IstioFeature.RENDERED_FORMS.until() + 1);
  }

  /** Returns the minor of the release that {@code text} names; empty where it names none. */
  public static OptionalInt minor(String text) {
    Matcher release = LOOSE.matcher(text);
    return release.matches()
        ? OptionalInt.of(Integer.parseInt(release.group(1)))
        : OptionalInt.empty();
  }

  /** Returns what is rendered for {@code 1.minor}, to follow the word Meshwright. */
  public static String ability(int minor) {
    if (minor < FIRST) {
      return "renders nothing for Istio 1." + minor + ", which takes no IstioOperator";
    }
    if (minor == FIRST) {
      return "renders Istio 1.5.1 to 1.5.10: one primary and its remotes, through the ingress"
          + " gateway";
    }
    if (minor < IstioFeature.EAST_WEST_GATEWAY.since()) {
      return "renders Istio 1."
          + minor
          + ": one primary and its remotes, through the ingress"
          + " gateway";
    }
    return "renders Istio 1." + minor + ": primaries and remotes, through east-west gateways";
  }

  /** Returns what to write instead of {@code text}, which is not of the form of a release. */
  public static String instead(String text) {
    Matcher release = LOOSE.matcher(text);
    if (!release.matches()) {
      return "name one release, such as \"1.30.3\", so that the same file renders the same output"
          + " tomorrow";
    }
    int minor = Integer.parseInt(release.group(1));
    String patch = release.group(2);
    if (patch == null && last(minor).isEmpty()) {
      return "write all three numbers in quotes, such as " + Words.quoted("1." + minor + ".0");
    }
    int number = patch == null ? last(minor).getAsInt() : Integer.parseInt(patch);
    String write = "write " + Words.quoted("1." + minor + "." + number);
    return last(minor).isPresent() ? write + "; Meshwright " + ability(minor) : write;
  }
}
