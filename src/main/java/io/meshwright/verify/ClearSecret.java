package io.meshwright.verify;

import tools.jackson.databind.JsonNode;

/** Knows the one kind of Secret that may stand in git: one that a controller fills. */
final class ClearSecret {
  private static final String FILLED_BY_A_CONTROLLER = "kubernetes.io/service-account-token";

  private ClearSecret() {}

  static boolean isIn(JsonNode tree) {
    return ReadIdentity.of(tree).kind().equals("Secret")
        && (tree.has("data")
            || tree.has("stringData")
            || !tree.path("type").asString("").equals(FILLED_BY_A_CONTROLLER));
  }
}
