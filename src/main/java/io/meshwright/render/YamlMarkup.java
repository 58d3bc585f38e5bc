package io.meshwright.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateBooleanModel;
import org.jspecify.annotations.Nullable;

/** Text that is YAML already, or shall become it. */
class YamlMarkup extends CommonTemplateMarkupOutputModel<YamlMarkup> {
  YamlMarkup(@Nullable String plain, @Nullable String markup) {
    super(plain, markup);
  }

  @Override
  public YamlOutputFormat getOutputFormat() {
    return YamlOutputFormat.INSTANCE;
  }

  /** A boolean that prints as {@code true} or {@code false}, and that a template can ask. */
  static final class Truth extends YamlMarkup implements TemplateBooleanModel {
    static final Truth YES = new Truth(true);
    static final Truth NO = new Truth(false);

    private final boolean value;

    private Truth(boolean value) {
      super(null, Boolean.toString(value));
      this.value = value;
    }

    @Override
    public boolean getAsBoolean() {
      return value;
    }
  }
}
