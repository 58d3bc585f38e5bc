package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.Expanding;
import io.meshwright.expand.Expander;
import io.meshwright.expand.Limits;
import io.meshwright.expand.Search;
import io.meshwright.model.Installer;
import io.meshwright.output.OutputFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says of the manifests that istioctl makes of the files that are for it.
 *
 * @param way what is done with them
 * @param expander what makes them; present exactly when they are made
 */
record ExpandChoice(Expanding.Way way, Optional<Expander> expander) implements Closeable {
  /** Nobody asked for istioctl: what it made before stays. */
  static final ExpandChoice KEPT = new ExpandChoice(Expanding.Way.KEPT, Optional.empty());

  private static final String EXPAND = "--expand";
  private static final String NO_EXPAND = "--no-expand";
  private static final String ISTIOCTL = "--istioctl";

  /** Adds the options. */
  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(EXPAND)
            .description(
                "Have your istioctl make plain manifests of each IstioOperator file, and write"
                    + " them beside it.")
            .build());
    spec.addOption(
        OptionSpec.builder(ISTIOCTL)
            .paramLabel("PATH")
            .type(Path.class)
            .description(
                "That istioctl, or a folder that holds VERSION/istioctl (default: the one on the"
                    + " PATH).")
            .build());
    spec.addOption(
        OptionSpec.builder(NO_EXPAND)
            .description("Take away the manifests that istioctl made.")
            .build());
  }

  /** Returns what the arguments say, which fits {@code meshes}. */
  static ExpandChoice of(ParseResult arguments, Target target, List<CheckedMesh> meshes)
      throws IOException {
    boolean expand = arguments.hasMatchedOption(EXPAND);
    if (expand && arguments.hasMatchedOption(NO_EXPAND)) {
      throw new UsageException(
          EXPAND + " and " + NO_EXPAND + " say the opposite", "leave one of them out");
    }
    if (arguments.hasMatchedOption(ISTIOCTL) && !expand) {
      throw new UsageException(
          ISTIOCTL + " is for " + EXPAND + " only", "say " + EXPAND + ", too, or leave it out");
    }
    if (arguments.hasMatchedOption(NO_EXPAND)) {
      return new ExpandChoice(Expanding.Way.DROPPED, Optional.empty());
    }
    return expand ? made(arguments, target, meshes) : KEPT;
  }

  private static ExpandChoice made(ParseResult arguments, Target target, List<CheckedMesh> meshes)
      throws IOException {
    for (CheckedMesh mesh : meshes) {
      Installer installer = mesh.facts().topology().istio().installer();
      if (installer != Installer.ISTIOCTL) {
        throw new UsageException(
            EXPAND
                + " is for istioctl, and spec.istio.install of mesh \""
                + mesh.facts().topology().name()
                + "\" is "
                + installer.word(),
            "leave it out: what is rendered needs no istioctl");
      }
    }
    Optional<Path> named =
        arguments.hasMatchedOption(ISTIOCTL)
            ? Optional.of(arguments.matchedOptionValue(ISTIOCTL, Path.of("")))
            : Optional.empty();
    List<Path> strangers = new ArrayList<>(List.of(target.directory()));
    List<Path> topologies = arguments.matchedPositionalValue(0, List.of());
    for (Path topology : topologies) {
      strangers.add(topology.toAbsolutePath().resolveSibling(""));
      strangers.add(topology.toRealPath().resolveSibling(""));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Search search = new Search(named, path, strangers);
    return new ExpandChoice(Expanding.Way.MADE, Optional.of(Expander.of(search, Limits.STANDARD)));
  }

  /** Returns the same for one mesh, with what lies in its folder. */
  Expanding of(CheckedMesh mesh, Target target, OutputFolder folder) {
    String shown = target.directory().resolve(mesh.facts().topology().name()).toString();
    return new Expanding(way, expander, Optional.of(folder), shown);
  }

  @Override
  public void close() throws IOException {
    if (expander.isPresent()) {
      expander.get().close();
    }
  }
}
