package io.meshwright.cli;

import io.meshwright.MeshRenderer;
import io.meshwright.RenderResult;
import io.meshwright.RenderedMesh;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * All topologies of one command line, rendered in memory: nothing is written before all of them are
 * known to be right.
 *
 * @param meshes the meshes without an error, in the order of the command line
 * @param findings what was found in any of them
 * @param sources the texts that findings may quote, by file name
 */
record Batch(
    List<RenderedMesh> meshes, List<Diagnostic> findings, Map<String, SourceText> sources) {

  /** Checks the topologies that the arguments name, and renders the clusters that they ask for. */
  static Batch of(ParseResult arguments) {
    List<Path> topologies = arguments.matchedPositionalValue(0, List.of());
    Optional<Path> values = values(arguments, topologies.size());
    Set<String> only = Set.copyOf(Options.values(arguments, Options.ONLY));
    MeshRenderer renderer = MeshRenderer.standard();
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (Path topology : topologies) {
      RenderResult result =
          renderer.render(topology, values, name -> only.isEmpty() || only.contains(name));
      result.mesh().ifPresent(batch.meshes::add);
      batch.findings.addAll(result.diagnostics());
      batch.sources.putAll(result.sources());
    }
    return batch;
  }

  private static Optional<Path> values(ParseResult arguments, int topologies) {
    Optional<Path> values =
        arguments.hasMatchedOption(Options.VALUES)
            ? Optional.of(arguments.matchedOptionValue(Options.VALUES, Path.of("")))
            : Optional.empty();
    if (values.isPresent() && topologies > 1) {
      throw new UsageException(
          Options.VALUES + " is for one topology, and " + topologies + " are named",
          "run the command once for each topology");
    }
    return values;
  }
}
