package io.meshwright.schema;

import com.networknt.schema.Error;
import io.meshwright.source.Pointer;
import tools.jackson.databind.JsonNode;

/**
 * One thing that the validator found.
 *
 * @param keyword the keyword of the schema that is not met
 * @param at the place that does not meet it
 * @param property the field of that place that is missing or too much; else empty
 * @param node the value at the place
 */
record Fault(String keyword, Pointer at, String property, JsonNode node) {
  static Fault of(Error error) {
    String property = error.getProperty();
    return new Fault(
        error.getKeyword(),
        new Pointer(error.getInstanceLocation().toString()),
        property == null ? "" : property,
        error.getInstanceNode());
  }

  /** Returns the place that the fault is about: the field, where it is about one. */
  Pointer subject() {
    return property.isEmpty() ? at : at.child(property);
  }
}
