package io.meshwright.verify;

import io.meshwright.plan.Manifest;

/**
 * A file that is about to be written.
 *
 * @param manifest what it was rendered from
 * @param text the whole text, with its first comment line
 * @param open whether it also holds keys that are the user's own, so that no schema can list all
 */
public record RenderedFile(Manifest manifest, String text, boolean open) {
  /** Returns a file that holds what Meshwright decides and nothing else. */
  public static RenderedFile of(Manifest manifest, String text) {
    return new RenderedFile(manifest, text, false);
  }

  /** Returns a file into which a user's overlay was merged. */
  public static RenderedFile merged(Manifest manifest, String text) {
    return new RenderedFile(manifest, text, true);
  }

  /** Returns the path inside the cluster's folder, such as {@code mesh/istiod-gateway.yaml}. */
  public String path() {
    return manifest.layer().folder() + "/" + manifest.fileName();
  }
}
