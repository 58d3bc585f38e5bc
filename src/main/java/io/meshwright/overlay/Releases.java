package io.meshwright.overlay;

import io.meshwright.istio.IstioVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Releases of Istio 1 as the tables of keys write them: {@code 5-23} is 1.5 to 1.23, {@code
 * 20.8,21-} is 1.20 since 1.20.8 and all since 1.21, {@code 5-7.3} is 1.5 to 1.7.3.
 *
 * @param spans the spans, oldest first
 */
record Releases(List<Span> spans) {
  private static final int OPEN = Integer.MAX_VALUE;

  /**
   * Neighbouring minors.
   *
   * @param first the first minor
   * @param patch the first patch of the first minor
   * @param last the last minor
   * @param lastPatch the last patch of the last minor
   */
  record Span(int first, int patch, int last, int lastPatch) {
    private static Span parse(String text) {
      int dash = text.indexOf('-');
      String from = dash < 0 ? text : text.substring(0, dash);
      String to = dash < 0 ? "" : text.substring(dash + 1);
      int first = minor(from);
      if (dash < 0) {
        return new Span(first, patch(from, 0), first, OPEN);
      }
      return new Span(first, patch(from, 0), to.isEmpty() ? OPEN : minor(to), patch(to, OPEN));
    }

    private static int minor(String text) {
      int dot = text.indexOf('.');
      return Integer.parseInt(dot < 0 ? text : text.substring(0, dot));
    }

    private static int patch(String text, int otherwise) {
      int dot = text.indexOf('.');
      return dot < 0 ? otherwise : Integer.parseInt(text.substring(dot + 1));
    }

    private boolean isBefore(IstioVersion version) {
      return last < version.minor() || (last == version.minor() && lastPatch < version.patch());
    }

    private String end() {
      return "1." + last + (lastPatch == OPEN ? "" : "." + lastPatch);
    }

    private boolean isAfter(IstioVersion version) {
      return version.minor() < first || (version.minor() == first && version.patch() < patch);
    }

    private String start() {
      return "1." + first + (patch == 0 ? "" : "." + patch);
    }
  }

  static Releases parse(String text) {
    List<Span> spans = new ArrayList<>();
    for (String span : text.split(",", -1)) {
      spans.add(Span.parse(span));
    }
    return new Releases(List.copyOf(spans));
  }

  boolean contain(IstioVersion version) {
    return spans.stream().anyMatch(span -> !span.isAfter(version) && !span.isBefore(version));
  }

  /** Returns the first release of these after {@code version}, such as {@code 1.14}. */
  Optional<String> since(IstioVersion version) {
    return spans.stream().filter(span -> span.isAfter(version)).map(Span::start).findFirst();
  }

  /** Returns the last release of these before {@code version}, such as {@code 1.7}. */
  Optional<String> until(IstioVersion version) {
    return spans.stream()
        .filter(span -> span.isBefore(version))
        .reduce((earlier, later) -> later)
        .map(Span::end);
  }
}
