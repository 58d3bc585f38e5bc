package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** Findings as SARIF 2.1.0, which code hosts and editors read. */
public final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String version;

  /** Names {@code version} as that of the tool. */
  public SarifReport(String version) {
    this.version = version;
  }

  @Override
  public String of(List<Diagnostic> findings) {
    return JsonText.of(json -> write(json, findings));
  }

  private void write(JsonGenerator json, List<Diagnostic> findings) {
    TreeSet<String> sorted = new TreeSet<>();
    findings.forEach(finding -> sorted.add(finding.rule()));
    List<String> rules = new ArrayList<>(sorted);

    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    writeTool(json, rules);
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
    for (Diagnostic finding : findings) {
      writeResult(json, finding, rules.indexOf(finding.rule()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool(JsonGenerator json, List<String> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Meshwright");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    for (String rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule);
      json.writeObjectPropertyStart("help");
      json.writeStringProperty("text", "meshwright explain " + rule);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResult(JsonGenerator json, Diagnostic finding, int rule) {
    String message = Redaction.of(finding.message());
    String help = Redaction.of(finding.help());
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.rule());
    json.writeNumberProperty("ruleIndex", rule);
    json.writeStringProperty("level", finding.severity().word());
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", help.isEmpty() ? message : message + "\nhelp: " + help);
    json.writeEndObject();
    json.writeArrayPropertyStart("locations");
    writePlace(json, finding.location());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, Location place) {
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(place.file()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", place.line());
    json.writeNumberProperty("startColumn", place.column());
    json.writeNumberProperty("endColumn", place.column() + place.width());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Returns the path as a URI reference: what is not unreserved or a slash is percent-encoded. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean kept =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (kept) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
      }
    }
    return uri.toString();
  }
}
