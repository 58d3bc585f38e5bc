package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.report.MeshReport;
import io.meshwright.report.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the manifests of every cluster, if every topology is right. */
final class RenderCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "render",
            "Write the manifests of every cluster. Unless all is right, nothing is written.");
    spec.addPositional(Options.topologies());
    spec.addOption(Options.machineValues());
    spec.addOption(Options.output());
    spec.addOption(
        Options.repeated(
            Options.ONLY, "CLUSTER", "Write this cluster only; may be given several times."));
    spec.addOption(
        Options.repeated(
            Options.OVERWRITE,
            "FILE",
            "Give up this edited or foreign file; may be given several times."));
    ExpandChoice.addTo(spec);
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    Batch batch = Batch.of(arguments);
    List<Diagnostic> findings = new ArrayList<>(batch.findings());
    List<ComparedMesh> meshes = List.of();
    if (!Tally.hasError(findings)) {
      Target target = Target.of(arguments, batch.meshes());
      try (ExpandChoice expand = ExpandChoice.of(arguments, target, batch.meshes())) {
        meshes = written(batch.meshes(), target, expand, findings);
      }
    }
    if (Tally.hasError(findings)) {
      FindingsPrinter.print(findings, batch.sources(), "nothing was written", terminal);
      return ExitCode.FINDINGS;
    }
    FindingsPrinter.print(findings, batch.sources(), "all files are written", terminal);
    String gap = "";
    for (ComparedMesh mesh : meshes) {
      MeshReport report = new MeshReport(mesh.plan(), terminal.outPalette());
      terminal.out().print(gap + report.of(mesh.comparison(), mesh.directory().toString()));
      gap = "\n";
    }
    return ExitCode.OK;
  }

  /** Writes all of {@code meshes}; or none, if there is an error to be added to the findings. */
  private static List<ComparedMesh> written(
      List<CheckedMesh> meshes, Target target, ExpandChoice expand, List<Diagnostic> findings)
      throws IOException {
    try (Drafts drafts = new Drafts(target, expand)) {
      for (CheckedMesh mesh : meshes) {
        findings.addAll(drafts.add(mesh));
      }
      return Tally.hasError(findings) ? List.of() : drafts.commit();
    }
  }
}
