package io.meshwright.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads templates by name; a source is the template's text itself. */
final class TemplateFiles implements TemplateLoader {
  private final Function<String, @Nullable InputStream> files;

  TemplateFiles(Function<String, @Nullable InputStream> files) {
    this.files = files;
  }

  /** Returns the templates that the program carries. */
  static TemplateFiles ofProgram() {
    return new TemplateFiles(
        name -> TemplateFiles.class.getResourceAsStream("/" + Renderer.FOLDER + name));
  }

  @Override
  public @Nullable Object findTemplateSource(String name) throws IOException {
    try (InputStream in = files.apply(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public long getLastModified(Object source) {
    return 0;
  }

  @Override
  public Reader getReader(Object source, String encoding) {
    return new StringReader((String) source);
  }

  @Override
  public void closeTemplateSource(Object source) {}
}
