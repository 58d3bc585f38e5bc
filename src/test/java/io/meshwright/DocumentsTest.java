package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import io.meshwright.overlay.MergedOperator;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Document;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.PlannedFiles;
import io.meshwright.plan.Planner;
import io.meshwright.plan.delivery.Engines;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.render.HostileValues;
import io.meshwright.render.Renderer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No kind of document is forgotten: each has a template, a schema, and is tried with all. */
class DocumentsTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path SCHEMAS = Path.of("schemas/documents");

  /** Returns every record of the program that is a document, found among its classes. */
  static List<Class<?>> kinds() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Manifest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes.resolve("io/meshwright"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString();
        if (!name.endsWith("-info.class")) {
          Class<?> type = loaded(name.substring(0, name.length() - 6).replace('/', '.'));
          if (type.isRecord() && Document.class.isAssignableFrom(type)) {
            kinds.add(type);
          }
        }
      }
    }
    return kinds;
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, DocumentsTest.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new LinkageError(name, missing);
    }
  }

  /** Returns every document that {@code mesh} is rendered from, nested ones too. */
  private static List<Document> documents(TestMesh mesh) throws ReflectiveOperationException {
    MeshFacts facts = mesh.rendered().facts();
    Map<String, MergedOperator> merged = OverlayStage.of(facts).merged();
    List<Document> documents = new ArrayList<>(merged.values());
    for (Manifest manifest : manifests(facts, new InstallerInput(merged, new Renderer()))) {
      documents.add(manifest);
      for (RecordComponent component : manifest.getClass().getRecordComponents()) {
        addNested(component.getAccessor().invoke(manifest), documents);
      }
    }
    return documents;
  }

  private static List<Manifest> manifests(MeshFacts facts, InstallerInput input) {
    Planner planner = new Planner(StandardDocuments.all());
    List<ClusterPlan> plans =
        facts.clusters().stream().map(cluster -> planner.plan(facts, cluster)).toList();
    List<Manifest> manifests = new ArrayList<>();
    for (ClusterPlan plan : plans) {
      InstallerInput.OfCluster inputs = input.of(plan.cluster().cluster().name());
      for (Manifest planned : plan.manifests()) {
        manifests.add(planned instanceof Record ? planned : inputs.rendered(planned));
      }
    }
    Engines.of(facts.topology().gitOps().engine())
        .ifPresent(
            engine -> {
              ApplicationOrder order =
                  ApplicationOrder.of(facts, plans.stream().map(PlannedFiles::of).toList());
              for (ClusterPlan plan : plans) {
                ClusterPlan with = plan.with(more -> engine.plan(facts, order, plan, more));
                with.manifests().stream().filter(Record.class::isInstance).forEach(manifests::add);
              }
              manifests.addAll(engine.ofMesh(facts));
            });
    return manifests;
  }

  private static void addNested(Object component, List<Document> documents) {
    if (component instanceof Document nested) {
      documents.add(nested);
    } else if (component instanceof Map<?, ?> map) {
      map.values().forEach(value -> addNested(value, documents));
    }
  }

  /** Returns the documents of meshes that leave nothing out, of old versions too. */
  private static List<Document> richest() throws ReflectiveOperationException {
    List<Document> documents = new ArrayList<>(documents(TestMesh.rich()));
    documents.addAll(documents(TestMesh.ingressGateways()));
    documents.addAll(documents(TestMesh.ambient()));
    documents.addAll(documents(TestMesh.hosted()));
    documents.addAll(documents(TestMesh.kubernetesGateways()));
    documents.addAll(documents(TestMesh.versions()));
    documents.addAll(documents(TestMesh.argoCd()));
    documents.addAll(documents(TestMesh.flux()));
    documents.addAll(documents(TestMesh.helm()));
    documents.addAll(documents(TestMesh.helmAmbient()));
    return documents;
  }

  @Test
  void thereAreKinds() throws IOException, URISyntaxException {
    assertTrue(kinds().size() > 10, () -> "only some are found");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noStringOfADocumentBecomesStructure(Class<?> kind) throws ReflectiveOperationException {
    List<Document> documents =
        richest().stream()
            .filter(kind::isInstance)
            .sorted(Comparator.comparing(document -> document.toString().length()))
            .toList();
    assertFalse(documents.isEmpty(), () -> "the rich topologies render no " + kind);
    // the shortest leaves most out, the longest has most in
    HostileValues.check(documents.get(0));
    HostileValues.check(documents.get(documents.size() - 1));
  }

  @Test
  void everyTemplateBelongsToOneRecordWhichItNames()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (Document document : richest()) {
      owners
          .computeIfAbsent(document.template(), name -> new TreeSet<>())
          .add("<#-- @see " + document.getClass().getName() + " -->");
    }
    Map<String, Set<String>> cited = new TreeMap<>();
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      for (Path file : files.toList()) {
        cited.put(file.getFileName().toString(), Set.of(Files.readAllLines(file).get(0)));
      }
    }
    assertEquals(cited, owners);
    assertEquals(kinds().size(), cited.size());
  }

  @Test
  void everyManifestStandsInAnExample()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Set<String> shown = new TreeSet<>();
    for (TestMesh example : TestMesh.examples()) {
      documents(example).forEach(document -> shown.add(document.getClass().getSimpleName()));
    }
    Set<String> kinds = new TreeSet<>();
    kinds().forEach(kind -> kinds.add(kind.getSimpleName()));
    // these stand in meshes of the tests only
    kinds.removeIf(kind -> !shown.contains(kind) && isOfEngine(kind));
    assertEquals(kinds, shown);
  }

  private static boolean isOfEngine(String kind) {
    return Files.exists(
        Path.of("src/main/java/io/meshwright/plan/delivery").resolve(kind + ".java"));
  }

  @Test
  void everyDocumentHasASchemaAndEverySchemaADocument()
      throws IOException, ReflectiveOperationException {
    Set<String> needed = new TreeSet<>(Set.of("config")); // a kubeconfig, which is in no group
    for (Document document : richest()) {
      if (document instanceof Manifest manifest) {
        needed.add(manifest.schema());
      }
    }
    Set<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      files.forEach(file -> written.add(file.getFileName().toString().replace(".schema.json", "")));
    }
    assertEquals(needed, written);
  }
}
