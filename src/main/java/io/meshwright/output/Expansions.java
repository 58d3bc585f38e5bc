package io.meshwright.output;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files of a cluster have an expansion: the manifests that istioctl makes of the file, which
 * lie in a folder beside it. Files are paths such as {@code control-plane/istio-operator.yaml}, and
 * each has the version of the istioctl that it is for.
 *
 * @param made the files whose expansion is rendered now
 * @param kept the files whose expansion, where one lies there, stays as it is
 */
public record Expansions(SortedMap<OutputPath, String> made, SortedMap<OutputPath, String> kept) {
  /** No file has one. */
  public static final Expansions NONE = new Expansions(new TreeMap<>(), new TreeMap<>());

  private static final String SUFFIX = ".yaml";

  public Expansions {
    made = Collections.unmodifiableSortedMap(new TreeMap<>(made));
    kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
  }

  /** Returns the folder of the expansion of {@code file}, with a slash at its end. */
  public static String folder(OutputPath file) {
    String path = file.value();
    if (!path.endsWith(SUFFIX)) {
      throw new IllegalArgumentException("nothing for istioctl: " + path);
    }
    return path.substring(0, path.length() - SUFFIX.length()) + "/";
  }
}
