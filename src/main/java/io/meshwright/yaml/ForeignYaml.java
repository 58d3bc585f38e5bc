package io.meshwright.yaml;

import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads what other programs wrote: any YAML of one document, without a judgement of its style. A
 * key twice in one mapping is not read, as readers take one or the other.
 */
public final class ForeignYaml {
  private static final int LONGEST = 64 * 1024 * 1024;

  private final YAMLMapper mapper =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .loadSettings(LoadSettings.builder().setCodePointLimit(LONGEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * What stands in a text.
   *
   * @param tree the document; a missing one when there is none, but comments
   * @param problem the line at which it is no YAML any more, counted from 1
   */
  public record Read(JsonNode tree, OptionalInt problem) {}

  /** Reads {@code text}; may be used by several threads at once. */
  public Read read(String text) {
    try {
      return new Read(mapper.readTree(text), OptionalInt.empty());
    } catch (JacksonException e) {
      // its own words may quote a value
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      return new Read(mapper.missingNode(), OptionalInt.of(Math.max(1, line)));
    }
  }
}
