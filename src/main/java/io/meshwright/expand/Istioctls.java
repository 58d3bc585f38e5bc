package io.meshwright.expand;

import io.meshwright.diagnostic.Outcome;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's istioctls: each is looked for, and asked for its version, once. */
final class Istioctls {
  /** Up to 1.23 the version alone, then after two words. */
  private static final Pattern VERSION =
      Pattern.compile("(?m)^(?:client version: )?(\\d+\\.\\d+\\.\\d+\\S*)\\s*$");

  private final Search search;
  private final WorkFolder work;
  private final Limits limits;
  private final Map<IstioVersion, Outcome<Path>> found = new HashMap<>();
  private final Map<Path, Said> said = new HashMap<>();

  Istioctls(Search search, WorkFolder work, Limits limits) {
    this.search = search;
    this.work = work;
    this.limits = limits;
  }

  /**
   * What a program says of itself.
   *
   * @param version its version; empty when it does not say
   * @param instead what it did instead
   */
  private record Said(Optional<String> version, String instead) {}

  /** Returns the program of exactly that version, or why there is none. */
  synchronized Outcome<Path> of(IstioVersion version, Location place)
      throws IOException, InterruptedException {
    Outcome<Path> known = found.get(version);
    if (known == null) {
      known = find(new ExpandFindings(version, place), version);
      found.put(version, known);
    }
    return known;
  }

  private Outcome<Path> find(ExpandFindings findings, IstioVersion version)
      throws IOException, InterruptedException {
    Optional<Path> place = search.place(version);
    if (place.isEmpty()) {
      return Outcome.failed(List.of(findings.notOnPath()));
    }
    Path program = place.get();
    if (!Files.isRegularFile(program)) {
      return Outcome.failed(List.of(findings.notThere(program)));
    }
    Optional<Path> stranger = search.stranger(program);
    if (stranger.isPresent()) {
      return Outcome.failed(List.of(findings.ofStranger(program, stranger.get())));
    }
    Said answer = said.get(program);
    if (answer == null) {
      answer = ask(program);
      said.put(program, answer);
    }
    if (answer.version().isEmpty()) {
      return Outcome.failed(List.of(findings.noVersion(program, answer.instead())));
    }
    return answer.version().get().equals(version.text())
        ? Outcome.of(program, List.of())
        : Outcome.failed(List.of(findings.otherVersion(program, answer.version().get())));
  }

  private Said ask(Path program) throws IOException, InterruptedException {
    Path folder = work.next();
    ProgramRun run = ProgramRun.of(program, List.of("version", "--remote=false"), folder, limits);
    String complaint = Complaint.of(run.complaint(), folder.toString());
    if (run.stopped().isPresent() || run.exit() != 0) {
      return new Said(Optional.empty(), ExpandFindings.ending(run, complaint));
    }
    Matcher version = VERSION.matcher(run.start());
    return version.find()
        ? new Said(Optional.of(version.group(1)), "")
        : new Said(Optional.empty(), "prints no version");
  }
}
