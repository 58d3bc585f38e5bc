package io.meshwright.render;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Makes every interpolated string one YAML scalar, so that no value can become structure. */
final class YamlOutputFormat extends CommonMarkupOutputFormat<YamlMarkup> {
  static final YamlOutputFormat INSTANCE = new YamlOutputFormat();

  private YamlOutputFormat() {}

  @Override
  public String getName() {
    return "YAML";
  }

  @Override
  public String getMimeType() {
    return "application/yaml";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    if (PlainScalar.isSafe(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 2);
    QuotedScalar.append(out, text);
    return out.toString();
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected YamlMarkup newTemplateMarkupOutputModel(
      @Nullable String plain, @Nullable String markup) {
    return new YamlMarkup(plain, markup);
  }
}
