package io.meshwright.plan;

/**
 * One manifest to render, or a part of one. It is a record, and its components are all that its
 * template can see, so a template has nothing left to decide.
 */
public interface Document {
  /** Returns the template's name under {@code templates/}, such as {@code namespace.yaml.ftl}. */
  String template();
}
