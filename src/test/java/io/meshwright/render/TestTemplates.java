package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.meshwright.plan.Document;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renderers over templates that a test writes itself. */
final class TestTemplates {
  private TestTemplates() {}

  /** Returns the message of the failure that rendering ends with. */
  static String failure(Renderer renderer, Document document) {
    return String.valueOf(
        assertThrows(RenderingFailure.class, () -> renderer.render(document)).getMessage());
  }

  static Renderer of(String name, String text) {
    return of(Map.of(name, text));
  }

  static Renderer of(Map<String, String> templates) {
    return new Renderer(
        new TemplateFiles(
            name -> {
              String text = templates.get(name);
              return text == null
                  ? null
                  : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }));
  }
}
