package io.meshwright.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.schema.DocumentSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schema of a document may only say what a shape shows, or judging each shape once would lie. */
class DocumentSchemasTest {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "title",
          "description",
          "type",
          "required",
          "properties",
          "items",
          "minItems",
          "minLength",
          "additionalProperties");

  @Test
  void everySchemaCompiles() throws IOException {
    DocumentSchemas schemas = new DocumentSchemas();
    for (Path file : files()) {
      String kind = file.getFileName().toString().replace(".schema.json", "");
      List<String> problems = schemas.problems(kind, JsonMapper.shared().readTree("{}"));
      assertTrue(problems.get(0).contains("required"), () -> kind + problems);
    }
  }

  @Test
  void everySchemaSpeaksOfShapeOnly() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      check(JsonMapper.shared().readTree(Files.readString(file)), "", file + "", wrong);
    }
    assertEquals(List.of(), wrong);
  }

  private static void check(JsonNode schema, String key, String place, List<String> wrong) {
    schema.propertyNames().stream()
        .filter(keyword -> !KEYWORDS.contains(keyword))
        .forEach(keyword -> wrong.add(place + " speaks of more than shape: " + keyword));
    if (schema.path("type").asString("").equals("object")) {
      checkObject(schema, key, place, wrong);
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> check(p.getValue(), p.getKey(), place + "/" + p.getKey(), wrong));
    if (schema.has("items")) {
      check(schema.get("items"), "", place + "/*", wrong);
    }
  }

  private static void checkObject(JsonNode schema, String key, String place, List<String> wrong) {
    JsonNode more = schema.path("additionalProperties");
    boolean ofStrings = more.path("type").asString("").equals("string") && more.size() == 1;
    if (more.isMissingNode() || (more.isBoolean() && more.booleanValue())) {
      wrong.add(place + " is not strict");
    }
    if (ofStrings && !Shape.OPEN.contains(key)) {
      wrong.add(place + " is open, which its shape does not know");
    } else if (more.isObject() && !ofStrings) {
      check(more, "", place + "/?", wrong);
    }
    boolean namesStrings =
        schema
            .path("properties")
            .valueStream()
            .anyMatch(p -> p.path("type").asString("").equals("string"));
    if (Shape.OPEN.contains(key) && namesStrings) {
      wrong.add(place + " names keys that its shape forgets");
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("schemas/documents"))) {
      return files.sorted().toList();
    }
  }
}
