package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

/**
 * A topology that says a mistake.
 *
 * @param mesh the topology without it
 * @param text the topology with it
 */
record MistakenTopology(LabMesh mesh, String text) {
  private static final String OPERATOR =
      """
      apiVersion: install.istio.io/v1alpha1
      kind: IstioOperator
      spec:
      """;

  /** Writes {@code by} where {@code mesh} has {@code old}. */
  static MistakenTopology of(LabMesh mesh, String old, String by) {
    return new MistakenTopology(mesh, LabMesh.replaced(mesh.text(), old, by));
  }

  /** Gives the cluster that ends before the line {@code next} an overlay with {@code spec}. */
  static MistakenTopology overlaid(LabMesh mesh, String next, String spec) throws IOException {
    Files.writeString(mesh.folder().resolve("overlay.yaml"), OPERATOR + spec.indent(2));
    return of(mesh, next, "      overlays: [overlay.yaml]\n" + next);
  }

  /** Fails unless the topology is refused by {@code rule}. */
  void isRefusedBy(String rule) throws IOException {
    Set<String> rules = new TreeSet<>();
    for (Diagnostic finding : mesh.rendered(text).diagnostics()) {
      if (finding.severity() == Severity.ERROR) {
        rules.add(finding.rule());
      }
    }
    assertTrue(rules.contains(rule), () -> rule + " is not in " + rules);
  }
}
