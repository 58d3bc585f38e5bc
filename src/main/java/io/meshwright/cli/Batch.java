package io.meshwright.cli;

import io.meshwright.CheckResult;
import io.meshwright.CheckedMesh;
import io.meshwright.TopologyChecker;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * All topologies of one command line: no mesh is rendered before all of them are known to be right.
 *
 * @param meshes the meshes without an error, in the order of the command line
 * @param findings what was found in any of them
 * @param sources the texts that findings may quote, by file name
 */
record Batch(List<CheckedMesh> meshes, List<Diagnostic> findings, Map<String, SourceText> sources) {

  /** Checks the topologies that the arguments name. */
  static Batch of(ParseResult arguments) {
    List<Path> topologies = arguments.matchedPositionalValue(0, List.of());
    Optional<Path> values = values(arguments, topologies.size());
    TopologyChecker checker = TopologyChecker.standard();
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (Path topology : topologies) {
      CheckResult result = checker.check(topology, values);
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
