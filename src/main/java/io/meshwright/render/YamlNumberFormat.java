package io.meshwright.render;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.UnformattableValueException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.util.Locale;

/** Prints whole numbers bare and alike in every locale: {@code 15443}, never {@code 15.443}. */
final class YamlNumberFormat extends TemplateNumberFormat {
  /** The name by which the configuration knows this format. */
  static final String NAME = "yaml";

  /** Hands out the one format. */
  static final class Factory extends TemplateNumberFormatFactory {
    private static final YamlNumberFormat FORMAT = new YamlNumberFormat();

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
      return FORMAT;
    }
  }

  @Override
  public String formatToPlainText(TemplateNumberModel model)
      throws TemplateModelException, UnformattableValueException {
    Number number = model.getAsNumber();
    if (number instanceof Integer || number instanceof Long) {
      return number.toString();
    }
    // a number written in a template
    if (number instanceof BigDecimal literal && literal.scale() <= 0) {
      return literal.toPlainString();
    }
    throw new UnformattableValueException("only whole numbers can be printed");
  }

  @Override
  public Object format(TemplateNumberModel model)
      throws TemplateModelException, UnformattableValueException {
    return YamlOutputFormat.INSTANCE.fromMarkup(formatToPlainText(model));
  }

  @Override
  public boolean isLocaleBound() {
    return false;
  }

  @Override
  public String getDescription() {
    return NAME;
  }
}
