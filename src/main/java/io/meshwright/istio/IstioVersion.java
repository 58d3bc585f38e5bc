package io.meshwright.istio;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Istio.
 *
 * @param text as the topology has it, such as {@code 1.30.3} or {@code 1.31.0-rc.0}
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record IstioVersion(String text, int major, int minor, int patch) {
  private static final Pattern RELEASE =
      Pattern.compile(
          "(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})(-(alpha|beta|rc)\\.\\d{1,3})?");

  private static final Comparator<IstioVersion> ORDER =
      Comparator.comparingInt(IstioVersion::major)
          .thenComparingInt(IstioVersion::minor)
          .thenComparingInt(IstioVersion::patch)
          .thenComparing(IstioVersion::stage);

  /**
   * Returns the release that {@code text} names.
   *
   * @throws IllegalArgumentException if it is not of the form that the topology's schema asks for
   */
  public static IstioVersion of(String text) {
    Matcher matcher = RELEASE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a release of Istio: " + text);
    }
    return new IstioVersion(
        text,
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** Returns whether this is a release of {@code 1.minor} or of a later one. */
  public boolean since(int minor) {
    return major > 1 || (major == 1 && this.minor >= minor);
  }

  /**
   * Returns whether this was released before {@code other}; what leads to a release is before it.
   */
  public boolean isBefore(IstioVersion other) {
    return ORDER.compare(this, other) < 0;
  }

  /** Returns the stage before the release, such as {@code rc.0}; after all letters without one. */
  private String stage() {
    int at = text.indexOf('-');
    return at < 0 ? "~" : text.substring(at + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
