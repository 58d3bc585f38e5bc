package io.meshwright.cli;

import io.meshwright.report.GithubReport;
import io.meshwright.report.JsonReport;
import io.meshwright.report.Palette;
import io.meshwright.report.Report;
import io.meshwright.report.SarifReport;
import io.meshwright.report.TextReport;
import io.meshwright.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms in which findings can be asked for. */
final class ReportFormat {
  static final String TEXT = "text";
  static final List<String> NAMES = List.of(TEXT, "github", "json", "sarif");

  private ReportFormat() {}

  /** Returns the report of that name, which may quote {@code sources}. */
  static Optional<Report> named(String name, Map<String, SourceText> sources, Palette palette) {
    return switch (name) {
      case TEXT -> Optional.of(new TextReport(sources, palette));
      case "github" -> Optional.of(new GithubReport());
      case "json" -> Optional.of(new JsonReport());
      case "sarif" -> Optional.of(new SarifReport(Version.text()));
      default -> Optional.empty();
    };
  }
}
