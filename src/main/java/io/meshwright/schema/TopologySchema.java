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
import com.networknt.schema.keyword.NonValidationKeyword;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceTree;
import java.util.List;
import java.util.Locale;

/**
 * Checks the shape of a document against the JSON Schema that Meshwright publishes for its kind.
 */
public final class TopologySchema {
  /** Where schemas have their names; nothing is ever fetched from there. */
  private static final String HOME = "https://meshwright.io/schemas/";

  private final String name;
  private final Schema schema;

  private TopologySchema(String name, Schema schema) {
    this.name = name;
    this.schema = schema;
  }

  /** Returns the schema of the topology document, compiled. */
  public static TopologySchema load() {
    return load("topology");
  }

  /** Returns the schema of the document that holds what machines know of a mesh, compiled. */
  public static TopologySchema ofValues() {
    return load("values");
  }

  private static TopologySchema load(String name) {
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            dialect(),
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
    return new TopologySchema(
        name,
        registry.getSchema(
            SchemaLocation.of(HOME + name + ".schema.json"), SchemaFile.rules(name).orElseThrow()));
  }

  /** Returns everything that is wrong with the shape of {@code tree}, one finding a mistake. */
  public List<Diagnostic> check(SourceTree tree) {
    List<Error> errors = schema.validate(tree.root());
    return errors.isEmpty()
        ? List.of()
        : new SchemaFindings(tree, SchemaFile.whole(name)).of(errors);
  }

  /**
   * The part of JSON Schema 2020-12 that our schema uses: the rest of it takes longer to load than
   * to use. A keyword that is not listed here stops the program.
   */
  private static Dialect dialect() {
    return Dialect.builder(DialectId.DRAFT_2020_12)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .idKeyword("$id")
        .keyword(new NonValidationKeyword("$id"))
        .keyword(new NonValidationKeyword("$defs"))
        .keyword(KeywordType.REF)
        .keyword(KeywordType.TYPE)
        .keyword(KeywordType.ENUM)
        .keyword(KeywordType.PATTERN)
        .keyword(KeywordType.MIN_LENGTH)
        .keyword(KeywordType.MAX_LENGTH)
        .keyword(KeywordType.MINIMUM)
        .keyword(KeywordType.MAXIMUM)
        .keyword(KeywordType.PROPERTIES)
        .keyword(KeywordType.REQUIRED)
        .keyword(KeywordType.ADDITIONAL_PROPERTIES)
        .keyword(KeywordType.PROPERTY_NAMES)
        .keyword(KeywordType.MAX_PROPERTIES)
        .keyword(KeywordType.ITEMS)
        .keyword(KeywordType.MIN_ITEMS)
        .keyword(KeywordType.MAX_ITEMS)
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .build();
  }
}
