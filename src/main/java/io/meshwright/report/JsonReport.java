package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Findings as one JSON document, for scripts. */
public final class JsonReport implements Report {
  @Override
  public String of(List<Diagnostic> findings) {
    return JsonText.of(json -> write(json, findings));
  }

  private static void write(JsonGenerator json, List<Diagnostic> findings) {
    json.writeStartObject();
    json.writeArrayPropertyStart("findings");
    for (Diagnostic finding : findings) {
      Location place = finding.location();
      json.writeStartObject();
      json.writeStringProperty("rule", finding.rule());
      json.writeStringProperty("severity", finding.severity().word());
      json.writeStringProperty("file", place.file());
      json.writeNumberProperty("line", place.line());
      json.writeNumberProperty("column", place.column());
      json.writeNumberProperty("width", place.width());
      json.writeStringProperty("message", Redaction.of(finding.message()));
      json.writeStringProperty("help", Redaction.of(finding.help()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
