package io.meshwright.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.KeywordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The strict schemas of what is rendered, one file a kind under {@code schemas/documents}, each
 * compiled when first needed. They speak of shape only: which keys there are, and the types of
 * their values.
 */
public final class DocumentSchemas {
  /** The name of the schemas; nothing is ever fetched from there. */
  private static final String ID = "https://meshwright.io/schemas/documents/";

  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          dialect(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));

  private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

  /**
   * Returns what is wrong with the shape of {@code document}.
   *
   * @param kind the schema's name: the kind and its group, such as {@code
   *     gateway.networking.istio.io}
   */
  public List<String> problems(String kind, JsonNode document) {
    Optional<Schema> schema = schemas.computeIfAbsent(kind, this::load);
    if (schema.isEmpty()) {
      return List.of("there is no schema of " + kind);
    }
    List<String> problems = new ArrayList<>();
    for (Error error : schema.get().validate(document)) {
      String path = error.getInstanceLocation().toString();
      problems.add((path.isEmpty() ? "" : path.substring(1) + ": ") + error.getMessage());
    }
    return problems;
  }

  private Optional<Schema> load(String kind) {
    return SchemaFile.rules("documents/" + kind)
        .map(rules -> registry.getSchema(SchemaLocation.of(ID + kind), rules));
  }

  /** The keywords that speak of shape; another one in a schema stops the program. */
  private static Dialect dialect() {
    return Dialect.builder(DialectId.DRAFT_2020_12)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .idKeyword("$id")
        .keyword(KeywordType.TYPE)
        .keyword(KeywordType.MIN_LENGTH)
        .keyword(KeywordType.PROPERTIES)
        .keyword(KeywordType.REQUIRED)
        .keyword(KeywordType.ADDITIONAL_PROPERTIES)
        .keyword(KeywordType.ITEMS)
        .keyword(KeywordType.MIN_ITEMS)
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .build();
  }
}
