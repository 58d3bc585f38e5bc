package io.meshwright.expand;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has the user's own istioctl make plain manifests of the files that are for it. It is run by
 * itself, a file a run, without a cluster, and for no longer than the limits allow. May be used by
 * several threads at once.
 */
public final class Expander implements Closeable {
  private final WorkFolder work;
  private final Istioctls istioctls;
  private final Limits limits;

  /** A program that hangs does so for every cluster: nobody waits for it a thousand times. */
  private volatile Optional<Diagnostic> hangs = Optional.empty();

  private Expander(WorkFolder work, Istioctls istioctls, Limits limits) {
    this.work = work;
    this.istioctls = istioctls;
    this.limits = limits;
  }

  /**
   * Returns an expander with the istioctls that {@code search} finds.
   *
   * @throws IOException if there is no room for what it prints
   */
  public static Expander of(Search search, Limits limits) throws IOException {
    WorkFolder work = WorkFolder.create();
    return new Expander(work, new Istioctls(search, work, limits), limits);
  }

  /**
   * Returns what the istioctl of the input's version makes of it.
   *
   * @throws IOException if the disk fails
   */
  public Outcome<Expansion> expand(InstallerInput input) throws IOException {
    try {
      Outcome<Path> program = istioctls.of(input.version(), input.said());
      return program.value().isEmpty()
          ? Outcome.failed(program.diagnostics())
          : expand(program.value().get(), input);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while istioctl ran");
    }
  }

  private Outcome<Expansion> expand(Path program, InstallerInput input)
      throws IOException, InterruptedException {
    if (hangs.isPresent()) {
      return Outcome.failed(List.of(hangs.get()));
    }
    Path folder = work.next();
    Files.writeString(folder.resolve(input.fileName()), input.text());
    // it runs in that folder: a path with a comma would be two files
    List<String> arguments = List.of("manifest", "generate", "-f", input.fileName());
    ProgramRun run = ProgramRun.of(program, arguments, folder, limits);
    ExpandFindings findings = new ExpandFindings(input.version(), input.place());
    String complaint = Complaint.of(run.complaint(), folder.toString());
    if (run.stopped().isPresent() || run.exit() != 0) {
      Diagnostic failed = findings.failed(program, ExpandFindings.ending(run, complaint));
      hangs = run.stopped().map(why -> failed).or(() -> hangs);
      return Outcome.failed(List.of(failed));
    }
    List<Diagnostic> found = new ArrayList<>();
    if (!complaint.isEmpty()) {
      found.add(findings.warned(program, complaint));
    }
    Optional<String> printed = text(run.out());
    if (printed.isEmpty()) {
      return Outcome.failed(List.of(findings.unusable("prints what is not UTF-8")));
    }
    PrintedObjects objects = new PrintedObjects(printed.get(), findings);
    Expansion expansion = new Expansion(input.version().text(), objects.read(), run.out());
    found.addAll(objects.found());
    return Outcome.of(expansion, found);
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Deletes all that istioctl printed. */
  @Override
  public void close() throws IOException {
    work.close();
  }
}
