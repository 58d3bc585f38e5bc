package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a topology, all of its files in memory.
 *
 * @param mesh what was rendered; empty exactly when a diagnostic is an error
 * @param diagnostics what was found: the topology's own first, each file's sorted by place
 * @param sources the files that were read, by the name that diagnostics have for them
 */
public record RenderResult(
    Optional<RenderedMesh> mesh, List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
  public RenderResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
