package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.Expansions;
import io.meshwright.output.InParallel;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DeliveryKind;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.ManualSteps;
import io.meshwright.plan.PlannedFiles;
import io.meshwright.plan.Planner;
import io.meshwright.plan.Prerequisites;
import io.meshwright.plan.delivery.Engines;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.render.Renderer;
import io.meshwright.schema.DocumentSchemas;
import io.meshwright.secret.SecretScanner;
import io.meshwright.verify.RenderedFile;
import io.meshwright.verify.Verifier;
import io.meshwright.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Plans, renders and verifies the clusters of a checked mesh, several at once when there are many.
 */
final class MeshRendering {
  /** The folder of what the mesh has once: no cluster can have that name. */
  static final String OF_MESH = "_mesh";

  private final CheckedMesh mesh;
  private final Optional<DeliveryKind> engine;
  private final Planner planner = new Planner(StandardDocuments.all());
  private final Renderer renderer = new Renderer();
  private final InstallerInput input;
  private final Verifier verifier =
      new Verifier(
          text -> new YamlReader().read(text),
          new DocumentSchemas(),
          SecretScanner::containsSecret);

  private final ExpansionStage expansion;

  MeshRendering(CheckedMesh mesh, Expanding expanding) {
    this.mesh = mesh;
    this.input = new InstallerInput(mesh.merged(), renderer);
    this.expansion = new ExpansionStage(mesh, expanding);
    this.engine = Engines.of(mesh.facts().topology().gitOps().engine());
  }

  Outcome<MeshPlan> render(Predicate<String> only, CheckedMesh.Receiver receiver)
      throws IOException {
    List<Step> steps = mesh.facts().clusters().stream().map(Step::new).toList();
    Optional<Delivery> delivery = Optional.empty();
    if (engine.isPresent()) {
      InParallel.each(steps, step -> step.planned(Optional.empty(), only));
      delivery = Optional.of(new Delivery(engine.get(), order(steps)));
    }
    Optional<Delivery> known = delivery;
    InParallel.each(steps, step -> step.run(known, only, receiver));
    List<Diagnostic> found = new ArrayList<>();
    steps.forEach(step -> found.addAll(step.found));
    if (engine.isPresent() && only.test(OF_MESH)) {
      Outcome<ClusterFiles> rendered =
          rendered(
              OF_MESH, header(""), engine.get().ofMesh(mesh.facts()), Set.of(), Expansions.NONE);
      found.addAll(rendered.diagnostics());
      if (rendered.value().isPresent()) {
        receiver.take(rendered.value().get());
      }
    }
    List<String> unexpanded = new ArrayList<>();
    steps.forEach(step -> unexpanded.addAll(step.expanded().missing()));
    found.addAll(expansion.needed(unexpanded));
    found.addAll(verifier.checkTogether());
    ApplicationOrder order = order(steps);
    return Outcome.of(
        new MeshPlan(
            mesh.facts(),
            steps.stream().flatMap(step -> step.gaps.stream()).toList(),
            order,
            Prerequisites.of(mesh.facts()),
            ManualSteps.of(mesh.facts(), order)),
        found);
  }

  private ApplicationOrder order(List<Step> steps) {
    return ApplicationOrder.of(mesh.facts(), steps.stream().map(step -> step.files).toList());
  }

  /** What makes the objects of an engine, and the order that they express. */
  private record Delivery(DeliveryKind kind, ApplicationOrder order) {}

  /** The rendering of one cluster, and what stays of it: no text. */
  private final class Step implements ExpansionStage.Texts {
    private final ClusterFacts cluster;
    private PlannedFiles files;
    private List<Gap> gaps = List.of();
    private List<Diagnostic> found = List.of();
    private Optional<ClusterExpansions> expansions = Optional.empty();

    Step(ClusterFacts cluster) {
      this.cluster = cluster;
      this.files = new PlannedFiles(cluster, Set.of());
    }

    ClusterPlan planned(Optional<Delivery> delivery, Predicate<String> only) throws IOException {
      ClusterPlan plan = planner.plan(mesh.facts(), cluster);
      String name = cluster.cluster().name();
      if (expansions.isEmpty()) {
        expansions = Optional.of(expansion.of(plan, only.test(name), this));
      }
      files = PlannedFiles.of(plan, expanded().folders());
      return delivery
          .map(
              known ->
                  plan.with(more -> known.kind().plan(mesh.facts(), known.order(), plan, more)))
          .orElse(plan);
    }

    void run(Optional<Delivery> delivery, Predicate<String> only, CheckedMesh.Receiver receiver)
        throws IOException {
      ClusterPlan plan = planned(delivery, only);
      gaps = gaps(plan);
      if (only.test(cluster.cluster().name())) {
        Outcome<ClusterFiles> rendered = rendered(plan, expanded().expansions());
        found = new ArrayList<>(rendered.diagnostics());
        found.addAll(expanded().found());
        if (rendered.value().isPresent() && !expanded().failed()) {
          receiver.take(expanded().with(rendered.value().get(), this));
        }
      }
    }

    private ClusterExpansions expanded() {
      return expansions.orElse(ClusterExpansions.NONE);
    }

    @Override
    public String header() {
      return MeshRendering.this.header(of(cluster.cluster().name()));
    }

    @Override
    public String text(Manifest manifest) {
      return header() + renderer.render(input.of(cluster.cluster().name()).rendered(manifest));
    }
  }

  private Outcome<ClusterFiles> rendered(ClusterPlan plan, Expansions expansions) {
    String cluster = plan.cluster().cluster().name();
    TreeSet<String> waiting = new TreeSet<>();
    plan.waiting().forEach(gap -> waiting.add(gap.path()));
    return rendered(cluster, header(of(cluster)), plan.manifests(), waiting, expansions);
  }

  private Outcome<ClusterFiles> rendered(
      String folder,
      String header,
      List<Manifest> manifests,
      Set<String> waiting,
      Expansions expansions) {
    TreeMap<OutputPath, String> files = new TreeMap<>();
    List<RenderedFile> rendered = new ArrayList<>();
    InstallerInput.OfCluster inputs = input.of(folder);
    for (Manifest planned : manifests) {
      Manifest manifest = inputs.rendered(planned);
      String text = header + renderer.render(manifest);
      rendered.add(new RenderedFile(manifest, text, inputs.isOpen(planned)));
      OutputPath path = new OutputPath(manifest.layer().folder() + "/" + manifest.fileName());
      if (files.put(path, text) != null) {
        throw new IllegalStateException("two documents of one path: " + path);
      }
    }
    return Outcome.of(
        new ClusterFiles(
            folder,
            files,
            waiting.stream().map(OutputPath::new).collect(Collectors.toCollection(TreeSet::new)),
            expansions),
        verifier.check(folder, rendered, waiting));
  }

  private static String of(String cluster) {
    return ", cluster " + cluster;
  }

  private String header(String of) {
    return "# Generated by Meshwright from the topology of mesh "
        + mesh.facts().topology().name()
        + of
        + ": edit the topology, not this file.\n";
  }

  private List<Gap> gaps(ClusterPlan plan) {
    return plan.waiting().stream()
        .map(
            gap ->
                new Gap(
                    plan.cluster().cluster().name(),
                    gap.path(),
                    gap.value(),
                    mesh.places().value(gap.place())))
        .toList();
  }
}
