package io.meshwright.render;

/** A template and its document do not fit together: a mistake of the program, not of its user. */
public final class RenderingFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RenderingFailure(String message) {
    super(message);
  }
}
