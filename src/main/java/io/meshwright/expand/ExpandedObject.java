package io.meshwright.expand;

import io.meshwright.plan.Identity;
import io.meshwright.plan.InstallerFile;

/**
 * One object of an expansion: where it stands in what istioctl printed, and where it shall be.
 *
 * @param isDefinition whether it defines a kind of resource, which comes before all else
 * @param fileName the file's name, of the object's kind, namespace and name
 * @param identity what it says that it is
 * @param start the index of its first character
 * @param end the index behind its last one
 */
public record ExpandedObject(
    boolean isDefinition, String fileName, Identity identity, int start, int end) {
  /** Returns the folder of its file, inside the expansion's: definitions go by themselves. */
  public String folder() {
    return isDefinition ? InstallerFile.DEFINITIONS : InstallerFile.OBJECTS;
  }

  /** Returns its file's path inside the expansion's folder. */
  public String path() {
    return folder() + "/" + fileName;
  }

  /** Returns it as a person may read it. */
  public String words() {
    return identity.kind()
        + " "
        + identity.namespace().map(namespace -> namespace + "/").orElse("")
        + identity.name().orElse("");
  }
}
