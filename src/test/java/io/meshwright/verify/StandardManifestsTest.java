package io.meshwright.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Manifest;
import io.meshwright.render.HostileValues;
import io.meshwright.render.Renderer;
import io.meshwright.schema.DocumentSchemas;
import io.meshwright.yaml.BlockYamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What holds for every document that is a file. */
class StandardManifestsTest {
  private static List<Manifest> all() {
    List<Manifest> all = new ArrayList<>(StandardManifests.full());
    all.addAll(StandardManifests.sparse());
    all.addAll(EngineManifests.all());
    return all;
  }

  @Test
  void noStringOfADocumentBecomesStructure() {
    all().forEach(HostileValues::check);
  }

  @Test
  void theFastReaderReadsEveryTemplateLikeTheParser() {
    Renderer renderer = new Renderer();
    for (Manifest manifest : all()) {
      String text = renderer.render(manifest);
      assertEquals(Optional.of(new YAMLMapper().readTree(text)), BlockYamlReader.read(text), text);
    }
  }

  @Test
  void everyTemplateFitsItsSchemaAndIdentity() {
    Renderer renderer = new Renderer();
    DocumentSchemas schemas = new DocumentSchemas();
    for (Manifest manifest : all()) {
      var tree = new YAMLMapper().readTree(renderer.render(manifest));
      ReadIdentity identity = ReadIdentity.of(tree);
      assertTrue(identity.matches(manifest.identity()), identity::toString);
      assertEquals(List.of(), schemas.problems(manifest.schema(), tree));
    }
  }
}
