package io.meshwright.overlay;

import io.meshwright.model.IstioVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Releases of Istio 1 as the tables of keys write them: {@code 5-23} is 1.5 to 1.23, {@code
 * 20.8,21-} is 1.20 since 1.20.8 and all since 1.21.
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
   */
  record Span(int first, int patch, int last) {
    private static Span parse(String text) {
      int dash = text.indexOf('-');
      String from = dash < 0 ? text : text.substring(0, dash);
      String to = dash < 0 ? "" : text.substring(dash + 1);
      int dot = from.indexOf('.');
      int first = Integer.parseInt(dot < 0 ? from : from.substring(0, dot));
      int patch = dot < 0 ? 0 : Integer.parseInt(from.substring(dot + 1));
      if (dash < 0) {
        return new Span(first, patch, first);
      }
      return new Span(first, patch, to.isEmpty() ? OPEN : Integer.parseInt(to));
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
    return spans.stream()
        .anyMatch(span -> !span.isAfter(version) && version.minor() <= span.last());
  }

  /** Returns the first release of these after {@code version}, such as {@code 1.14}. */
  Optional<String> since(IstioVersion version) {
    return spans.stream().filter(span -> span.isAfter(version)).map(Span::start).findFirst();
  }

  /** Returns the last minor of these before {@code version}, such as {@code 1.7}. */
  Optional<String> until(IstioVersion version) {
    return spans.stream()
        .filter(span -> span.last() < version.minor())
        .reduce((earlier, later) -> later)
        .map(span -> "1." + span.last());
  }
}
