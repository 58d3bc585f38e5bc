package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.util.List;

/**
 * Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request: one
 * line each, such as {@code ::error file=topology.yaml,line=14,col=14::…}.
 */
public final class GithubReport implements Report {
  @Override
  public String of(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic finding : findings) {
      Location place = finding.location();
      text.append("::").append(finding.severity().word());
      text.append(" file=").append(property(place.file()));
      text.append(",line=").append(place.line());
      text.append(",col=").append(place.column());
      text.append(",endColumn=").append(place.column() + place.width());
      text.append(",title=").append(property(finding.rule()));
      text.append("::").append(data(Redaction.of(finding.message())));
      if (!finding.help().isEmpty()) {
        text.append("%0A").append(data("help: " + Redaction.of(finding.help())));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Escapes as the runner's own toolkit does, and what a terminal would obey. */
  private static String data(String text) {
    return VisibleText.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
