package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Walks an overlay along the types of the IstioOperator of one release. */
final class OverlayKeys {
  private static final class Unread {
    private static final List<Advice> TABLE = Advice.table("unread-keys.txt");
  }

  private final IstioVersion version;
  private final KeyTable table = KeyTable.load();
  private final KeyFindings findings;
  private final Map<Pointer, Diagnostic> found = new LinkedHashMap<>();

  private OverlayKeys(SourceTree overlay, IstioVersion version) {
    this.version = version;
    this.findings = new KeyFindings(overlay, version);
  }

  /**
   * Returns a finding for every key of {@code overlay} that {@code version} does not take or does
   * not read, by the key's place. There is none below such a key.
   */
  static Map<Pointer, Diagnostic> check(SourceTree overlay, IstioVersion version) {
    OverlayKeys keys = new OverlayKeys(overlay, version);
    if (KeyTable.covers(version)) {
      keys.mapping(overlay.root(), Pointer.ROOT, KeyTable.ROOT);
    }
    return keys.found;
  }

  private void mapping(JsonNode mapping, Pointer at, String type) {
    for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
      Pointer here = at.child(entry.getKey());
      Optional<Key> key = table.key(type, entry.getKey(), version);
      if (key.isEmpty()) {
        found.put(here, findings.unknown(here, type));
      } else if (key.get().isOtherSpelling(entry.getKey())) {
        found.put(here, findings.otherSpelling(here, key.get().name()));
      } else {
        known(entry.getValue(), here, key.get().kind());
      }
    }
  }

  private void known(JsonNode value, Pointer at, Kind kind) {
    if (!kind.takes(value)) {
      found.put(at, findings.wrongType(at, value, kind));
      return;
    }
    Optional<Diagnostic> unread = isUnset(value) ? Optional.empty() : unread(at);
    if (unread.isPresent()) {
      found.put(at, unread.get());
    } else {
      inside(value, at, kind);
    }
  }

  private Optional<Diagnostic> unread(Pointer at) {
    if (KeyFindings.isMixerAddress(at)) {
      return Optional.of(findings.mixerAddress(at));
    }
    return Advice.about(Unread.TABLE, at, version).map(advice -> findings.unread(at, advice));
  }

  private void inside(JsonNode value, Pointer at, Kind kind) {
    if (kind.form() == Kind.Form.TYPE) {
      mapping(value, at, kind.type());
    }
    kind.element().ifPresent(element -> elements(value, at, element));
  }

  private void elements(JsonNode value, Pointer at, Kind element) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      known(value.get(i), at.child(i), element);
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      known(entry.getValue(), at.child(entry.getKey()), element);
    }
  }

  private static boolean isUnset(JsonNode value) {
    return value.isNull() || (value.isString() && value.asString().isEmpty());
  }
}
