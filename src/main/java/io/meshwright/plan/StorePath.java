package io.meshwright.plan;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;

/** Fills in the places of secrets in a store. */
public final class StorePath {
  private StorePath() {}

  /** Returns {@code template} with {@code {mesh}} and {@code {cluster}} replaced by their names. */
  public static String of(String template, MeshFacts mesh, Cluster cluster) {
    return template.replace("{mesh}", mesh.topology().name()).replace("{cluster}", cluster.name());
  }
}
