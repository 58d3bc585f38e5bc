package io.meshwright.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file as it shall be, encoded and hashed once. */
final class Rendered {
  private final OutputPath path;
  private final byte[] bytes;
  private final String hash;

  private Rendered(OutputPath path, String text, Fingerprint fingerprint) {
    this.path = path;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.hash = fingerprint.of(bytes);
  }

  /** Returns every rendered file of a cluster, sorted by path. */
  static List<Rendered> of(ClusterFiles wanted, Fingerprint fingerprint) {
    List<Rendered> rendered = new ArrayList<>(wanted.files().size());
    for (Map.Entry<OutputPath, String> file : wanted.files().entrySet()) {
      rendered.add(new Rendered(file.getKey(), file.getValue(), fingerprint));
    }
    return rendered;
  }

  /** Returns the lock of a folder that holds {@code rendered} and nothing else. */
  static Lock lock(List<Rendered> rendered, ClusterFiles wanted) {
    Lock lock = new Lock();
    for (Rendered file : rendered) {
      lock.add(file.path, file.hash);
      Optional<ExpandedFile> expansion = file.expansion(wanted);
      if (expansion.isPresent()) {
        lock.add(expansion.get());
      }
    }
    return lock;
  }

  /** Returns what the lock says of the file's expansion, if one is rendered with it. */
  Optional<ExpandedFile> expansion(ClusterFiles wanted) {
    String version = wanted.expansions().made().get(path);
    return version == null ? Optional.empty() : Optional.of(new ExpandedFile(path, hash, version));
  }

  OutputPath path() {
    return path;
  }

  byte[] bytes() {
    return bytes;
  }

  String hash() {
    return hash;
  }
}
