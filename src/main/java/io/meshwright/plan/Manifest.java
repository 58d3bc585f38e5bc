package io.meshwright.plan;

/** A document that becomes a file of its own. */
public interface Manifest extends Document {
  /** Returns the layer whose folder holds the file. */
  Layer layer();

  /** Returns the file's name inside its layer's folder. */
  String fileName();

  /** Returns what the parsed file must say about itself. */
  Identity identity();

  /** Returns the name of the strict schema that its shape must fit. */
  default String schema() {
    return identity().schema();
  }
}
