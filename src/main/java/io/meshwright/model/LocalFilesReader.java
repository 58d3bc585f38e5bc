package io.meshwright.model;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.secret.SecretCheck;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import io.meshwright.yaml.TopologyFolder;
import io.meshwright.yaml.YamlReader;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files that a topology names, each once, and collects what is wrong with them. */
public final class LocalFilesReader {
  /** The id of the finding about a file that should hold certificates and does not. */
  public static final String NO_CERTIFICATE = "no-certificate-in-file";

  private static final Pointer ROOT_FILE = new Pointer("/spec/certificates/rootFile");

  private final TopologyFolder folder;
  private final String shownFolder;
  private final Places places;
  private final YamlReader yaml = new YamlReader();
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final Map<String, Optional<String>> certificatesByPath = new HashMap<>();
  private final Map<String, Optional<SourceTree>> overlaysByPath = new HashMap<>();
  private final Set<String> plainValues = new HashSet<>();

  /**
   * Makes a reader for one topology.
   *
   * @param folder the topology's folder
   * @param shownFolder what to put before a file's path in findings: empty, or ending with a slash
   * @param places where the topology's values stand
   */
  public LocalFilesReader(TopologyFolder folder, String shownFolder, Places places) {
    this.folder = folder;
    this.shownFolder = shownFolder;
    this.places = places;
  }

  /** Returns what could be read; {@link #findings()} then says what could not. */
  public LocalFiles read(Topology topology) {
    Map<String, String> certificates = new HashMap<>();
    Map<String, List<SourceTree>> overlays = new HashMap<>();
    for (Cluster cluster : topology.clusters()) {
      ofApiServer(cluster).ifPresent(pem -> certificates.put(cluster.name(), pem));
      List<SourceTree> trees = new ArrayList<>();
      boolean helm = topology.istio().installer() == Installer.HELM;
      for (OverlayReference reference : cluster.overlays()) {
        overlay(reference).ifPresent(tree -> trees.add(helm ? withPlainValues(tree) : tree));
      }
      overlays.put(cluster.name(), trees);
    }
    return new LocalFiles(certificates, overlays, roots(topology));
  }

  private Optional<String> ofApiServer(Cluster cluster) {
    Pointer at = cluster.at().child("apiServer");
    Optional<String> bundle = cluster.apiServer().caBundle();
    if (bundle.isEmpty()) {
      return cluster.apiServer().caFile().flatMap(path -> certificates(path, at.child("caFile")));
    }
    Optional<String> pem = PemCertificates.normalized(bundle.get());
    if (pem.isEmpty()) {
      found.add(noCertificate("caBundle", at.child("caBundle")));
    }
    return pem;
  }

  private List<RootCertificate> roots(Topology topology) {
    Optional<String> path = topology.certificates().rootFile();
    Optional<String> pem = path.flatMap(named -> certificates(named, ROOT_FILE));
    if (path.isEmpty() || pem.isEmpty()) {
      return List.of();
    }
    try {
      return RootCertificate.of(pem.get());
    } catch (CertificateException damaged) {
      found.add(noCertificate(path.get(), ROOT_FILE));
      return List.of();
    }
  }

  /** Returns what is wrong with the files, at the places that name them or in the files. */
  public List<Diagnostic> findings() {
    return List.copyOf(found);
  }

  /** Returns the texts that findings may quote, by the name that findings have for them. */
  public Map<String, SourceText> sources() {
    return Map.copyOf(sources);
  }

  private Optional<String> certificates(String path, Pointer at) {
    return certificatesByPath.computeIfAbsent(path, key -> readCertificates(path, at));
  }

  private Optional<String> readCertificates(String path, Pointer at) {
    Location named = places.value(at);
    Optional<SourceText> text = keep(folder.read(path, shownFolder + path, named));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Diagnostic> secrets = SecretCheck.inText(text.get());
    found.addAll(secrets);
    Optional<String> pem = PemCertificates.normalized(text.get().text());
    if (pem.isEmpty() && secrets.isEmpty()) {
      found.add(noCertificate(path, at));
    }
    return secrets.isEmpty() ? pem : Optional.empty();
  }

  private Diagnostic noCertificate(String path, Pointer at) {
    return Diagnostic.error(
        NO_CERTIFICATE,
        places.value(at),
        Words.quoted(path) + " holds no certificate, or a damaged one",
        at.equals(ROOT_FILE)
            ? "put the certificate of the mesh's root there, in PEM; it is root-cert.pem of cacerts"
            : "put the PEM certificates there that sign the API server's own; kubectl config view"
                + " --raw --minify has them as certificate-authority-data, in base64");
  }

  /** Where Helm installs, an overlay may also be what Helm is given. */
  private SourceTree withPlainValues(SourceTree overlay) {
    if (!PlainValues.is(overlay)) {
      return overlay;
    }
    plainValues.add(overlay.text().file());
    return PlainValues.asOperator(overlay);
  }

  /** Returns the names of the files that are values of a chart and no IstioOperator. */
  public Set<String> plainValues() {
    return Set.copyOf(plainValues);
  }

  private Optional<SourceTree> overlay(OverlayReference reference) {
    return overlaysByPath.computeIfAbsent(reference.path(), key -> readOverlay(reference));
  }

  private Optional<SourceTree> readOverlay(OverlayReference reference) {
    String shown = shownFolder + reference.path();
    Optional<SourceText> text =
        keep(folder.read(reference.path(), shown, places.value(reference.at())));
    text.ifPresent(source -> sources.put(shown, source));
    return text.flatMap(source -> keep(yaml.read(source)));
  }

  private <T> Optional<T> keep(Outcome<T> outcome) {
    found.addAll(outcome.diagnostics());
    return outcome.value();
  }
}
