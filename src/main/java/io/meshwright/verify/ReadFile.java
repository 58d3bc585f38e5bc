package io.meshwright.verify;

import tools.jackson.databind.JsonNode;

/** A rendered file and what a reader sees in it. */
record ReadFile(RenderedFile file, JsonNode tree) {
  String name() {
    return file.manifest().fileName();
  }

  ReadIdentity identity() {
    return ReadIdentity.of(tree);
  }
}
