package io.meshwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.source.Location;
import java.util.List;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;

class MachineReportsTest {
  private static final List<Diagnostic> FINDINGS =
      List.of(
          Diagnostic.error(
              "unknown-network",
              new Location("meshes/a b,50%/网格.yaml", 14, 14, 5),
              "network \"net-b\u001b\" is 100% not: declared\nhere",
              "declare it, or use net-a"),
          new Diagnostic(
              "unused-network",
              Severity.WARNING,
              new Location("mesh.yaml", 7, 13, 5),
              "nobody",
              ""),
          Diagnostic.error("unknown-network", new Location("mesh.yaml", 9, 1, 1), "again", ""));

  @Test
  void json() {
    approve(new JsonReport(), "json");
  }

  @Test
  void github() {
    approve(new GithubReport(), "txt");
  }

  @Test
  void sarif() {
    approve(new SarifReport("1.2.3"), "sarif.json");
  }

  @Test
  void nothingFoundIsStillADocument() {
    assertEquals("{\n  \"findings\" : [ ]\n}\n", new JsonReport().of(List.of()));
    assertEquals("", new GithubReport().of(List.of()));
  }

  private static void approve(Report report, String extension) {
    Approvals.verify(
        report.of(FINDINGS),
        new Options(QuietReporter.INSTANCE).forFile().withExtension("." + extension));
  }
}
