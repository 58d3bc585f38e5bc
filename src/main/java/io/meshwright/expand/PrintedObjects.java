package io.meshwright.expand;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.plan.Identity;
import io.meshwright.secret.SecretScanner;
import io.meshwright.yaml.ForeignYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes the output of istioctl to pieces, one an object, and says what cannot be a file. */
final class PrintedObjects {
  /** A name that means the same on every system, and leaves room for a draft's suffix. */
  private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,199}");

  private static final String SEPARATOR = "---";
  private static final ForeignYaml YAML = new ForeignYaml();

  private final String text;
  private final ExpandFindings findings;
  private final Map<String, ExpandedObject> files = new TreeMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  PrintedObjects(String text, ExpandFindings findings) {
    this.text = text;
    this.findings = findings;
  }

  List<Diagnostic> found() {
    return found;
  }

  /** Returns the objects, sorted by their files' paths; all of them when nothing is found. */
  List<ExpandedObject> read() {
    if (text.isBlank()) {
      found.add(findings.unusable("prints no object"));
      return List.of();
    }
    if (!text.endsWith("\n")) {
      found.add(findings.unusable("stops in the middle of a line: its output is not whole"));
      return List.of();
    }
    int start = 0;
    for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
      if (text.startsWith(SEPARATOR, line)) {
        int end = text.indexOf('\n', line);
        if (text.substring(line + SEPARATOR.length(), end).isBlank()) {
          add(start, line);
          start = end + 1;
        }
      }
    }
    add(start, text.length());
    if (files.isEmpty() && found.isEmpty()) {
      found.add(findings.unusable("prints no object"));
    }
    return files.values().stream().sorted(Comparator.comparing(ExpandedObject::path)).toList();
  }

  private void add(int from, int end) {
    int start = from;
    while (start < end && text.charAt(start) == '\n') {
      start++;
    }
    if (start == end) {
      return;
    }
    String document = text.substring(start, end);
    ForeignYaml.Read read = YAML.read(document);
    if (read.problem().isPresent()) {
      found.add(
          findings.unusable("prints what is no YAML" + place(start, read.problem().getAsInt())));
    } else if (!read.tree().isMissingNode() && !read.tree().isNull()) {
      add(read.tree(), start, end);
    }
  }

  private void add(JsonNode tree, int start, int end) {
    JsonNode metadata = tree.path("metadata");
    String kind = tree.path("kind").asString("");
    String name = metadata.path("name").asString("");
    if (kind.isEmpty() || tree.path("apiVersion").asString("").isEmpty()) {
      found.add(findings.unusable("prints an object of no kind" + place(start, 1)));
      return;
    }
    if (name.isEmpty()) {
      found.add(findings.unusable("prints a " + kind + " without a name" + place(start, 1)));
      return;
    }
    Optional<String> namespace =
        Optional.of(metadata.path("namespace").asString("")).filter(word -> !word.isEmpty());
    Identity identity =
        new Identity(tree.path("apiVersion").asString(""), kind, namespace, Optional.of(name));
    ExpandedObject object =
        new ExpandedObject(isDefinition(identity), fileName(identity), identity, start, end);
    add(object, text.substring(start, end));
  }

  private void add(ExpandedObject object, String document) {
    if (!SAFE.matcher(object.fileName()).matches()) {
      found.add(
          findings.unusable("prints " + object.words() + ", whose name cannot be that of a file"));
    } else if (object.identity().kind().equals("Secret")
        || SecretScanner.containsSecret(document)) {
      found.add(findings.secret(object.words()));
    } else if (files.put(object.path(), object) != null) {
      found.add(findings.unusable("prints " + object.words() + " twice"));
    }
  }

  private static boolean isDefinition(Identity identity) {
    return identity.kind().equals("CustomResourceDefinition")
        && identity.apiVersion().startsWith("apiextensions.k8s.io/");
  }

  private static String fileName(Identity identity) {
    return identity.kind().toLowerCase(Locale.ROOT)
        + identity.namespace().map(namespace -> "." + namespace).orElse("")
        + "."
        + identity.name().orElse("")
        + ".yaml";
  }

  private String place(int start, int within) {
    long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + within;
    return ", at line " + line + " of its output";
  }
}
