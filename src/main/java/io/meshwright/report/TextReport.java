package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Findings as a compiler prints them: place, message, the line with carets, the way out. */
public final class TextReport implements Report {
  /** More would scroll the first ones, which matter most, off the screen. */
  private static final int SHOWN = 200;

  private final Map<String, SourceText> sources;
  private final Palette palette;
  private final Map<String, List<String>> lines = new HashMap<>();

  /** Shows findings with the lines of {@code sources}, which are found by {@code file}. */
  public TextReport(Map<String, SourceText> sources, Palette palette) {
    this.sources = sources;
    this.palette = palette;
  }

  @Override
  public String of(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    Set<String> helped = new HashSet<>();
    for (Diagnostic finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      append(text, finding, helped);
    }
    if (findings.size() > SHOWN) {
      text.append("… and ").append(findings.size() - SHOWN).append(" more\n");
    }
    return text.toString();
  }

  private void append(StringBuilder text, Diagnostic finding, Set<String> helped) {
    Location place = finding.location();
    String where = VisibleText.of(place.file()) + ":" + place.line() + ":" + place.column() + ":";
    text.append(palette.strong(where)).append(' ');
    text.append(word(finding.severity(), finding.severity().word() + ":")).append(' ');
    text.append(palette.strong(VisibleText.of(Redaction.of(finding.message()))));
    text.append(palette.faint(" [" + finding.rule() + "]")).append('\n');

    Optional<String> line = line(place);
    String gutter = " ".repeat(line.isPresent() ? Integer.toString(place.line()).length() : 1);
    line.ifPresent(source -> appendExcerpt(text, gutter, source, finding));
    // A thousand missing files need no thousand times the same advice.
    boolean repeated = !helped.add(finding.help()) && line.isEmpty();
    if (!finding.help().isEmpty() && !repeated) {
      text.append(Paragraph.of(gutter + " = help: ", VisibleText.of(Redaction.of(finding.help()))));
    }
  }

  private void appendExcerpt(StringBuilder text, String gutter, String source, Diagnostic finding) {
    Location place = finding.location();
    String bar = palette.faint(gutter + " |");
    text.append(bar).append('\n');
    text.append(palette.faint(place.line() + " |"));
    if (Redaction.hides(source)) {
      text.append(palette.faint(" (this line is not shown: it holds a secret)")).append('\n');
      return;
    }
    Excerpt excerpt = Excerpt.of(source, place);
    text.append(excerpt.text().isBlank() ? "" : " " + excerpt.text()).append('\n');
    text.append(bar).append(' ').append(" ".repeat(excerpt.indent()));
    text.append(word(finding.severity(), "^".repeat(excerpt.carets()))).append('\n');
  }

  private Optional<String> line(Location place) {
    List<String> all =
        lines.computeIfAbsent(
            place.file(),
            file -> sources.containsKey(file) ? sources.get(file).lines() : List.of());
    return place.line() <= all.size() ? Optional.of(all.get(place.line() - 1)) : Optional.empty();
  }

  private String word(Severity severity, String text) {
    return severity == Severity.ERROR ? palette.error(text) : palette.warning(text);
  }
}
