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

/** Checks the shape of a topology against the JSON Schema that Meshwright publishes. */
public final class TopologySchema {
  /** The name of the schema; nothing is ever fetched from there. */
  private static final String ID = "https://meshwright.io/schemas/topology.schema.json";

  private final Schema schema;

  private TopologySchema(Schema schema) {
    this.schema = schema;
  }

  /** Returns the schema of the topology document, compiled. */
  public static TopologySchema load() {
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            dialect(),
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
    return new TopologySchema(registry.getSchema(SchemaLocation.of(ID), SchemaFile.rules()));
  }

  /** Returns everything that is wrong with the shape of {@code tree}, one finding a mistake. */
  public List<Diagnostic> check(SourceTree tree) {
    List<Error> errors = schema.validate(tree.root());
    return errors.isEmpty() ? List.of() : new SchemaFindings(tree, SchemaFile.whole()).of(errors);
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
