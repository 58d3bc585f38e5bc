package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.Gap;
import io.meshwright.MeshPlan;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.output.ClusterComparison;
import io.meshwright.output.OutputFolder;
import io.meshwright.report.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Says whether the committed output is what the topologies render; writes nothing. */
final class CheckCommand implements Subcommand {
  private static final String COMPLETE = "--complete";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "check",
            "Say whether the committed output is what the topologies render, and nothing else"
                + " lies there. Write nothing.");
    spec.addPositional(Options.topologies());
    spec.addOption(Options.machineValues());
    spec.addOption(Options.output());
    spec.addOption(
        OptionSpec.builder(COMPLETE)
            .description("Refuse files that still wait for a pending value.")
            .build());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    Batch batch = Batch.of(arguments);
    List<Diagnostic> findings = new ArrayList<>(batch.findings());
    if (Tally.hasError(findings)) {
      FindingsPrinter.print(findings, batch.sources(), "nothing was compared", terminal);
      return ExitCode.FINDINGS;
    }
    List<ComparedMesh> meshes = new ArrayList<>();
    Target target = Target.of(arguments, batch.meshes());
    for (CheckedMesh checked : batch.meshes()) {
      OutputFolder folder = target.open(checked);
      Outcome<ComparedMesh> compared =
          ComparedMesh.of(
              checked,
              target,
              ExpandChoice.KEPT.of(checked, target, folder),
              folder,
              folder::compare);
      findings.addAll(compared.diagnostics());
      compared.value().ifPresent(meshes::add);
    }
    for (ComparedMesh mesh : meshes) {
      findings.addAll(mesh.comparison().drift());
      if (arguments.hasMatchedOption(COMPLETE)) {
        addGaps(mesh.plan(), findings);
      }
    }
    if (Tally.hasError(findings)) {
      FindingsPrinter.print(
          findings, batch.sources(), "the output is not what it should be", terminal);
      return ExitCode.FINDINGS;
    }
    FindingsPrinter.print(findings, batch.sources(), "the output is as rendered", terminal);
    meshes.forEach(mesh -> terminal.out().print(line(mesh)));
    return ExitCode.OK;
  }

  private static void addGaps(MeshPlan mesh, List<Diagnostic> findings) {
    for (Gap gap : mesh.gaps()) {
      findings.add(
          Diagnostic.error(
              "pending-value",
              gap.place(),
              gap.cluster() + "/" + gap.file() + " waits for " + gap.waitsFor(),
              "put the value in the place of \"pending\" when it is known, and render again"));
    }
  }

  private static String line(ComparedMesh mesh) {
    int files = 0;
    int waiting = 0;
    for (ClusterComparison cluster : mesh.comparison().clusters()) {
      files += cluster.unchanged();
      waiting += cluster.kept().size() + cluster.missing().size();
    }
    String name = mesh.plan().facts().topology().name();
    return mesh.directory().resolve(name)
        + ": "
        + Tally.of(files, "file")
        + " as rendered"
        + (waiting == 0 ? "" : ", " + waiting + " waiting for a value")
        + "\n";
  }
}
