package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.secret.SecretCheck;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads YAML strictly: what one reader takes for this and another for that is a finding, with its
 * place.
 */
public final class YamlReader {
  private final YAMLFactory factory =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build())
          // Jackson's own check stops at the first duplicate and does not say where it stands.
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(SourceLimits.FILE)
                  .maxNumberLength(SourceLimits.FILE)
                  .maxStringLength(SourceLimits.FILE)
                  .build())
          .build();

  /**
   * Returns the document, or what is wrong with it: secrets alone where there are any, so that no
   * other finding quotes a line that holds one.
   */
  public Outcome<SourceTree> read(SourceText source) {
    List<Diagnostic> secrets = SecretCheck.inText(source);
    if (!secrets.isEmpty()) {
      return Outcome.failed(secrets);
    }
    Optional<Diagnostic> exceeded = SourceLimits.exceeded(source);
    if (exceeded.isPresent()) {
      return Outcome.failed(List.of(exceeded.get()));
    }
    return parse(source);
  }

  private Outcome<SourceTree> parse(SourceText source) {
    TextPlaces text = new TextPlaces(source);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
      DocumentReader document = new DocumentReader(parser, text);
      List<Diagnostic> findings = new ArrayList<>();
      Optional<JsonNode> root = Optional.empty();
      try {
        root = Optional.of(document.read(source));
      } catch (JacksonException e) {
        findings.add(ParserProblem.finding(e, parser, text));
      }
      findings.addAll(document.findings());
      if (!document.secrets().isEmpty()) {
        return Outcome.failed(document.secrets());
      }
      if (root.isEmpty() || !findings.isEmpty()) {
        return Outcome.failed(findings);
      }
      return Outcome.of(new SourceTree(source, root.get(), document.places()), findings);
    }
  }
}
