package io.meshwright.verify;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.plan.Identity;
import io.meshwright.schema.DocumentSchemas;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.BlockYamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Reads rendered files back and compares them with what was meant, before anything is written. May
 * be used by several threads at once.
 */
public final class Verifier {
  private static final String NESTED = "apiVersion: ";

  private final Function<SourceText, Outcome<SourceTree>> parser;
  private final DocumentSchemas schemas;
  private final Predicate<String> containsSecret;
  private final Set<String> goodShapes = ConcurrentHashMap.newKeySet();
  private final EqualEverywhere together = new EqualEverywhere();

  /**
   * Makes a verifier.
   *
   * @param parser the strict reader of all YAML, asked once for each shape of document
   * @param schemas the schemas of what is rendered
   * @param containsSecret says whether a text holds a secret
   */
  public Verifier(
      Function<SourceText, Outcome<SourceTree>> parser,
      DocumentSchemas schemas,
      Predicate<String> containsSecret) {
    this.parser = parser;
    this.schemas = schemas;
    this.containsSecret = containsSecret;
  }

  /**
   * Checks all files of one cluster.
   *
   * @param folder the cluster's folder, as findings shall name it
   * @param files every file that shall be written there
   * @param waiting paths of files that wait for a value: a kustomization may list them
   * @return what is wrong: a rule that starts with {@code self-check-} is a mistake of Meshwright
   */
  public List<Diagnostic> check(String folder, List<RenderedFile> files, Set<String> waiting) {
    SelfCheck found = new SelfCheck(folder);
    List<ReadFile> read = new ArrayList<>(files.size());
    for (RenderedFile file : files) {
      readBack(file, found).ifPresent(tree -> read.add(new ReadFile(file, tree)));
    }
    read.forEach(file -> together.read(folder, file));
    if (read.size() == files.size()) {
      new ClusterCheck(read, waiting, found).run();
    }
    return found.found();
  }

  /** Returns what is wrong with all the clusters checked so far together. */
  public List<Diagnostic> checkTogether() {
    return together.compare().stream().flatMap(check -> check.found().stream()).toList();
  }

  private Optional<JsonNode> readBack(RenderedFile file, SelfCheck found) {
    if (containsSecret.test(file.text())) {
      found.add(SelfCheck.SECRET, file, "this file would hold a secret in clear");
      return Optional.empty();
    }
    Optional<JsonNode> read = BlockYamlReader.read(file.text());
    if (read.isEmpty()) {
      read = parsed(file, file.text(), found);
    }
    read.ifPresent(tree -> checkTree(file, tree, found));
    return read;
  }

  private void checkTree(RenderedFile file, JsonNode tree, SelfCheck found) {
    ReadIdentity identity = ReadIdentity.of(tree);
    Identity meant = file.manifest().identity();
    if (!identity.matches(meant)) {
      found.add(
          SelfCheck.IDENTITY,
          file,
          "the file says " + identity + ", but " + ReadIdentity.of(meant) + " was meant");
    }
    if (ClearSecret.isIn(tree)) {
      found.add(SelfCheck.CLEAR_SECRET, file, "a Secret would be written with its data in clear");
    }
    checkPending(file, file.text(), tree, found);
    checkShape(file, file.text(), tree, file.manifest().schema(), found);
    checkNested(file, tree, found);
    if (meant.kind().equals("ConfigMap")) {
      checkSettings(file, tree.path("data"), found);
    }
  }

  private static void checkPending(RenderedFile file, String text, JsonNode tree, SelfCheck found) {
    if (text.contains(Pending.WORD)) {
      for (String key : Pending.keys(tree)) {
        found.add(SelfCheck.PENDING, file, key + " is still pending");
      }
    }
  }

  /** Checks the YAML that a ConfigMap holds under each key; what is in it, users may add to. */
  private void checkSettings(RenderedFile file, JsonNode data, SelfCheck found) {
    for (JsonNode value : data) {
      String text = value.asString("");
      parsed(file, text, found).ifPresent(tree -> checkPending(file, text, tree, found));
    }
  }

  private void checkShape(
      RenderedFile file, String text, JsonNode tree, String kind, SelfCheck found) {
    String shape = (file.open() ? "open " : "") + kind + " " + Shape.of(tree);
    if (goodShapes.contains(shape)) {
      return;
    }
    Optional<JsonNode> parsed = parsed(file, text, found);
    if (parsed.isEmpty()) {
      return;
    }
    if (!parsed.get().equals(tree)) {
      found.add(SelfCheck.YAML, file, "two readers of YAML do not agree about this file");
      return;
    }
    List<String> problems = file.open() ? List.of() : schemas.problems(kind, tree);
    problems.forEach(problem -> found.add(SelfCheck.SHAPE, file, problem));
    if (problems.isEmpty()) {
      goodShapes.add(shape);
    }
  }

  /** Checks the documents that stand inside a document's strings. */
  private void checkNested(RenderedFile file, JsonNode node, SelfCheck found) {
    if (node.isString() && node.stringValue().startsWith(NESTED)) {
      String text = node.stringValue();
      BlockYamlReader.read(text)
          .or(() -> parsed(file, text, found))
          .ifPresent(nested -> checkNestedDocument(file, text, nested, found));
    } else {
      for (JsonNode child : node) {
        checkNested(file, child, found);
      }
    }
  }

  private void checkNestedDocument(
      RenderedFile file, String text, JsonNode nested, SelfCheck found) {
    checkPending(file, text, nested, found);
    checkShape(file, text, nested, ReadIdentity.of(nested).schema(), found);
  }

  private Optional<JsonNode> parsed(RenderedFile file, String text, SelfCheck found) {
    Outcome<SourceTree> outcome = parser.apply(new SourceText(file.path(), text));
    for (Diagnostic problem : outcome.diagnostics()) {
      // its message may quote a value
      found.add(
          SelfCheck.YAML,
          file,
          "line " + problem.location().line() + " is no strict YAML: " + problem.rule());
    }
    return outcome.value().map(SourceTree::root);
  }
}
