package io.meshwright.output;

import java.util.Comparator;

/**
 * What the lock says of an expansion: with it, nobody needs istioctl to know whether the manifests
 * are those of the file beside them.
 *
 * @param file the file that istioctl read
 * @param hash the file's hash
 * @param version the version of that istioctl
 */
record ExpandedFile(OutputPath file, String hash, String version)
    implements Comparable<ExpandedFile> {
  private static final Comparator<ExpandedFile> ORDER =
      Comparator.comparing(ExpandedFile::file)
          .thenComparing(ExpandedFile::hash)
          .thenComparing(ExpandedFile::version);

  @Override
  public int compareTo(ExpandedFile other) {
    return ORDER.compare(this, other);
  }
}
