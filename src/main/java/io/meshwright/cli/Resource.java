package io.meshwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that the jar carries. */
final class Resource {
  private Resource() {}

  /** Returns the text of the resource of that name, if there is one. */
  static Optional<String> find(String name) {
    try (InputStream stream = Resource.class.getResourceAsStream("/" + name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: cannot read " + name, e);
    }
  }

  /** Returns the text of a resource that every build carries. */
  static String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the installation lacks " + name));
  }
}
