package io.meshwright.verify;

import tools.jackson.databind.JsonNode;

/** A rendered file and what a reader sees in it. */
record ReadFile(RenderedFile file, JsonNode tree) {
  /** Returns the file's name inside its folder. */
  String name() {
    String path = file.path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  ReadIdentity identity() {
    return ReadIdentity.of(tree);
  }
}
