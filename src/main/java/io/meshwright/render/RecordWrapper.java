package io.meshwright.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Shows a template what a document holds and nothing else: records, lists, maps, strings, whole
 * numbers and booleans. A template cannot call Java.
 */
final class RecordWrapper implements ObjectWrapper {
  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (value instanceof Integer || value instanceof Long) {
      return new SimpleNumber((Number) value);
    }
    if (value instanceof Boolean truth) {
      return truth ? YamlMarkup.Truth.YES : YamlMarkup.Truth.NO;
    }
    if (value instanceof Optional<?> optional) {
      return wrap(optional.orElse(null));
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? new SimpleNumber(optional.getAsInt()) : null;
    }
    return value == null ? null : wrapStructure(value);
  }

  private TemplateModel wrapStructure(Object value) throws TemplateModelException {
    if (value instanceof Record owner) {
      return new RecordModel(owner, this);
    }
    if (value instanceof List<?> list) {
      return new ListModel(list, this);
    }
    if (value instanceof Map<?, ?> map) {
      return new MapModel(map, this);
    }
    if (value instanceof TemplateModel model) {
      return model;
    }
    throw new TemplateModelException("a document cannot hold a " + value.getClass().getName());
  }
}
