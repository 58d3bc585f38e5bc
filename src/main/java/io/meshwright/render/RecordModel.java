package io.meshwright.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/** A record as a template sees it: its components by name. */
final class RecordModel implements TemplateHashModel {
  private final Record owner;
  private final Components components;
  private final RecordWrapper wrapper;

  RecordModel(Record owner, RecordWrapper wrapper) {
    this.owner = owner;
    this.components = Components.of(owner);
    this.wrapper = wrapper;
  }

  Record owner() {
    return owner;
  }

  @Override
  public @Nullable TemplateModel get(String name) throws TemplateModelException {
    if (components.has(name)) {
      return wrapper.wrap(components.value(owner, name));
    }
    if (Directives.NAMES.contains(name)) {
      return null;
    }
    // a missing component may be empty, but a misspelt one must not look like an empty one
    throw new TemplateModelException(
        "record " + owner.getClass().getSimpleName() + " has no component " + name);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
