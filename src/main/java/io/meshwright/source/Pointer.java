package io.meshwright.source;

/**
 * A JSON Pointer (RFC 6901) to one value of a YAML document.
 *
 * @param value the pointer's text; empty for the whole document
 */
public record Pointer(String value) {
  /** The whole document. */
  public static final Pointer ROOT = new Pointer("");

  /** Returns the pointer to the entry {@code key} of this mapping. */
  public Pointer child(String key) {
    return new Pointer(value + "/" + key.replace("~", "~0").replace("/", "~1"));
  }

  /** Returns the pointer to the element {@code index}, counted from 0, of this sequence. */
  public Pointer child(int index) {
    return new Pointer(value + "/" + index);
  }

  /** Returns the pointer to what holds this value; the document's own parent is itself. */
  public Pointer parent() {
    int end = value.lastIndexOf('/');
    return end < 0 ? this : new Pointer(value.substring(0, end));
  }

  /** Returns the last step, a key or an index, unescaped; empty for the whole document. */
  public String last() {
    return value.substring(value.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** Returns whether this is a value somewhere inside that at {@code other}. */
  public boolean isWithin(Pointer other) {
    return value.startsWith(other.value + "/");
  }

  @Override
  public String toString() {
    return value;
  }
}
