package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioReleases;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with a key of an overlay. */
final class KeyFindings {
  private static final String UNKNOWN = "unknown-field";
  private static final String IGNORED = "ignored-mesh-setting";
  private static final String OTHER_SPELLING = "other-spelling";
  private static final String WRONG_TYPE = "wrong-type";
  private static final String UNREAD = "unread-key";
  private static final String MESH_NETWORKS = "mesh-networks-not-read";
  private static final String MIXER = "mixer-address";

  /** Types that Go's own JSON reads since then, in letters of any case; no chart sees the key. */
  private static final Set<String> CASELESS =
      Set.of("Spec", "Components", "BaseComponent", "Component", "Gateway", "KubernetesResources");

  private static final Pointer OTHER_MESH_NETWORKS = new Pointer("/spec/values/pilot/meshNetworks");
  private static final Set<Pointer> MIXER_ADDRESSES =
      Set.of(
          new Pointer("/spec/values/global/remotePolicyAddress"),
          new Pointer("/spec/values/global/remoteTelemetryAddress"));

  private static final class Moved {
    private static final List<Advice> TABLE = Advice.table("moved-keys.txt");
  }

  private final SourceTree overlay;
  private final IstioVersion version;

  KeyFindings(SourceTree overlay, IstioVersion version) {
    this.overlay = overlay;
    this.version = version;
  }

  Diagnostic unknown(Pointer at, String type) {
    String where = at.parent().equals(Pointer.ROOT) ? "the IstioOperator" : Trees.path(at.parent());
    String message = "unknown field " + Words.quoted(at.last()) + " in " + where + era(at, type);
    List<String> names = KeyTable.load().names(type, version);
    String near = NearestName.suggest(at.last(), names);
    String moved = Advice.about(Moved.TABLE, at, version).map(a -> instead(a) + "; ").orElse("");
    boolean ignored = isMeshSetting(type) && IstioFeature.UNKNOWN_MESH_SETTINGS_DROPPED.in(version);
    boolean caseless =
        CASELESS.contains(type)
            && IstioFeature.UNKNOWN_MESH_SETTINGS_DROPPED.in(version)
            && names.stream().anyMatch(at.last()::equalsIgnoreCase);
    boolean unsure = ignored || IstioReleases.isNewer(version);
    return new Diagnostic(
        ignored ? IGNORED : UNKNOWN,
        unsure ? Severity.WARNING : Severity.ERROR,
        overlay.places().key(at),
        message,
        (moved.isEmpty() ? near : moved)
            + (ignored || caseless ? "Istio " + version + " drops it without a word" : refusal(at))
            + (moved.isEmpty() && near.isEmpty() ? "; known here: " + Words.list(names) : ""));
  }

  private String refusal(Pointer at) {
    return "istioctl "
        + (IstioReleases.isNewer(version)
            ? "1." + IstioFeature.RENDERED_FORMS.until() + ", the newest known here,"
            : version)
        + " refuses the whole file: unknown field "
        + Words.quoted(at.last());
  }

  /** When it was known, or will be. */
  private String era(Pointer at, String type) {
    for (Key key : KeyTable.load().keys(type)) {
      Optional<String> since = key.releases().since(version);
      Optional<String> until = key.releases().until(version);
      if (key.isCalled(at.last()) && (since.isPresent() || until.isPresent())) {
        return ": known "
            + since.map(release -> "from Istio " + release + " on").orElse("")
            + (since.isEmpty() ? until.map(release -> "until Istio " + release).orElse("") : "")
            + ", and not in "
            + version;
      }
    }
    return "";
  }

  private static boolean isMeshSetting(String type) {
    return type.equals("MeshConfig") || type.startsWith("mesh.");
  }

  /** Two spellings of one key would have two values. */
  Diagnostic otherSpelling(Pointer at, String name) {
    return Diagnostic.error(
        OTHER_SPELLING,
        overlay.places().key(at),
        Words.quoted(at.last())
            + " in "
            + Trees.path(at.parent())
            + " is another spelling of a key",
        "write " + name);
  }

  Diagnostic wrongType(Pointer at, JsonNode value, Kind kind) {
    return Diagnostic.error(
        WRONG_TYPE,
        overlay.places().value(at),
        Trees.path(at) + " is " + Kind.words(value) + ", and Istio reads " + kind.form().words(),
        switch (kind.form()) {
          case BOOL -> "write true or false, without quotes";
          case NUMBER -> "write the number alone";
          case DURATION -> "write a number and a unit, such as 10s";
          case STRING, ENUM ->
              value.isValueNode() ? "put it in quotes: " + Trees.words(value) : "write one string";
          default -> "write " + kind.form().words() + " here";
        });
  }

  Diagnostic unread(Pointer at, Advice advice) {
    boolean networks = at.equals(OTHER_MESH_NETWORKS);
    return new Diagnostic(
        networks ? MESH_NETWORKS : UNREAD,
        networks ? Severity.ERROR : Severity.WARNING,
        overlay.places().key(at),
        "Istio " + version + " does not read " + Trees.path(at),
        instead(advice) + (advice.instead().isEmpty() ? takeOut(advice) : ""));
  }

  /** A key that only the topology decides is no way out. */
  private static String instead(Advice advice) {
    String path = "/spec/" + advice.instead().replace('.', '/');
    String decidedBy = DecidedKeys.decidedBy(new Pointer(path));
    if (decidedBy.isEmpty()) {
      return advice.words();
    }
    return (advice.why().isEmpty() ? "" : advice.why() + "; ")
        + advice.instead()
        + " is what Istio reads, and "
        + decidedBy
        + " in the topology decides it: take it out";
  }

  private static String takeOut(Advice advice) {
    return (advice.why().isEmpty() ? "" : "; ") + "take it out";
  }

  static boolean isMixerAddress(Pointer at) {
    return MIXER_ADDRESSES.contains(at);
  }

  Diagnostic mixerAddress(Pointer at) {
    return new Diagnostic(
        MIXER,
        Severity.WARNING,
        overlay.places().key(at),
        Trees.path(at)
            + " is the address of Mixer, which Istio "
            + version
            + " does not install by itself",
        "take it out: proxies would be pointed at a Mixer that nobody runs");
  }
}
