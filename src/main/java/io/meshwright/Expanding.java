package io.meshwright;

import io.meshwright.expand.Expander;
import io.meshwright.output.OutputFolder;
import java.util.Optional;

/**
 * What becomes of the manifests that istioctl makes of the files that are for it.
 *
 * @param way what is done
 * @param expander what makes them; present exactly when they are made
 * @param committed where those of an earlier run lie, if there is an output folder
 * @param folder the folder of the mesh, as findings name it
 */
public record Expanding(
    Way way, Optional<Expander> expander, Optional<OutputFolder> committed, String folder) {
  /** Nothing is known of an output folder: nothing is made, and nothing is missing. */
  public static final Expanding UNKNOWN =
      new Expanding(Way.UNKNOWN, Optional.empty(), Optional.empty(), "");

  /** What is done with them. */
  public enum Way {
    /** Nobody asks. */
    UNKNOWN,
    /** They are made, and take the place of older ones. */
    MADE,
    /** Those that lie there stay. */
    KEPT,
    /** Those that lie there go. */
    DROPPED
  }

  public Expanding {
    if ((way == Way.MADE) != expander.isPresent()) {
      throw new IllegalArgumentException("what is made needs somebody who makes it");
    }
  }
}
