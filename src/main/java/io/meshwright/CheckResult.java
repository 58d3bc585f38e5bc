package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a topology.
 *
 * @param mesh what can be rendered; empty exactly when a diagnostic is an error
 * @param diagnostics what was found: the topology's own first, each file's sorted by place
 * @param sources the files that were read, by the name that diagnostics have for them
 */
public record CheckResult(
    Optional<CheckedMesh> mesh, List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
