package io.meshwright.model;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.PlainTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds a tree whose shape is proven to the records of a topology, and fills in every default, so
 * that no later stage asks what is meant by nothing.
 */
public final class TopologyReader {
  private static final Pointer SPEC = Pointer.ROOT.child("spec");
  private static final String NO_VERSION = "0.0.0";
  private static final Pointer DEFAULTS = SPEC.child("defaults");
  static final String SYSTEM_NAMESPACE = "istio-system";
  private static final String CERTIFICATES_PATH = "{mesh}/{cluster}/cacerts";
  private static final String SECRETS_PATH = "{mesh}/{cluster}/istio-reader";
  private static final String OUTPUT = "output";
  private static final String ISSUER_KIND = "ClusterIssuer";
  private static final String STORE_KIND = "ClusterSecretStore";

  private TopologyReader() {}

  /** Returns the topology that {@code tree} declares; its shape has passed the schema. */
  public static Topology read(SourceTree tree) {
    Fields root = Fields.of(tree.root());
    Fields spec = root.child("spec");
    String name = root.child("metadata").text("name", "");
    Istio istio = istio(spec.child("istio"));
    Mesh mesh = mesh(spec.child("mesh"), name);
    List<Network> networks = networks(spec, GatewayDefaults.of(istio.version(), mesh.dataPlane()));
    return new Topology(
        name,
        istio,
        mesh,
        networks,
        clusters(spec, networks, istio.release(), mesh.dataPlane()),
        certificates(spec.child("certificates")),
        secrets(spec.child("secrets")),
        gitOps(spec.child("gitops")));
  }

  private static Istio istio(Fields istio) {
    return new Istio(
        release(istio, SPEC.child("istio")),
        installer(istio.text("install", "")),
        istio.text("namespace", SYSTEM_NAMESPACE),
        istio.text("hub"),
        SPEC.child("istio"));
  }

  private static Installer installer(String word) {
    for (Installer installer : Installer.values()) {
      if (installer.word().equals(word)) {
        return installer;
      }
    }
    return Installer.ISTIOCTL;
  }

  /** Returns what {@code istio} says at {@code at}; its version must be one, where it has any. */
  static Release release(Fields istio, Pointer at) {
    Fields canary = istio.child("canary");
    return new Release(
        IstioVersion.of(istio.text("version", NO_VERSION)),
        istio.text("revision"),
        istio.texts("tags"),
        istio.has("canary")
            ? Optional.of(
                new Canary(
                    IstioVersion.of(canary.text("version", "")),
                    canary.text("revision", ""),
                    canary.texts("tags")))
            : Optional.empty(),
        new Release.Said(
            at.child("version"), at.child("revision"), at.child("tags"), at.child("canary")));
  }

  private static Mesh mesh(Fields mesh, String name) {
    return new Mesh(
        mesh.text("id", name),
        mesh.text("trustDomain", Mesh.DEFAULT_DOMAIN),
        mesh.texts("trustDomainAliases"),
        mesh.text("clusterDomain", Mesh.DEFAULT_DOMAIN),
        mesh.text("dataPlane", "").equals("ambient") ? DataPlane.AMBIENT : DataPlane.SIDECAR,
        PlainTree.mapping(mesh.child("config").own()));
  }

  private static List<Network> networks(Fields spec, GatewayDefaults defaults) {
    List<Network> networks = new ArrayList<>();
    for (Fields network : spec.children("networks")) {
      Pointer at = SPEC.child("networks").child(networks.size());
      networks.add(
          new Network(
              network.text("name", ""),
              network.texts("cidrs"),
              gateways(network, at.child("gateways"), defaults),
              at));
    }
    return networks;
  }

  private static List<StaticGateway> gateways(
      Fields network, Pointer at, GatewayDefaults defaults) {
    List<StaticGateway> gateways = new ArrayList<>();
    for (Fields gateway : network.children("gateways")) {
      gateways.add(
          new StaticGateway(
              new Address(gateway.text("address", "")),
              gateway.number("port").orElse(defaults.port()),
              at.child(gateways.size())));
    }
    return gateways;
  }

  private static List<Cluster> clusters(
      Fields spec, List<Network> networks, Release release, DataPlane dataPlane) {
    Optional<String> onlyNetwork =
        networks.size() == 1 ? Optional.of(networks.get(0).name()) : Optional.empty();
    ClusterReader reader =
        new ClusterReader(
            release,
            dataPlane,
            onlyNetwork,
            overlays(spec, SPEC),
            overlays(spec.child("defaults"), DEFAULTS));
    List<Cluster> clusters = new ArrayList<>();
    for (Fields own : spec.children("clusters")) {
      Fields cluster = new Fields(own.own(), spec.child("defaults").own());
      clusters.add(reader.read(cluster, SPEC.child("clusters").child(clusters.size())));
    }
    return clusters;
  }

  /** Returns the overlays of the mapping at {@code at}, each with its own place. */
  static List<OverlayReference> overlays(Fields fields, Pointer at) {
    List<OverlayReference> overlays = new ArrayList<>();
    for (String path : fields.texts("overlays")) {
      overlays.add(new OverlayReference(path, at.child("overlays").child(overlays.size())));
    }
    return overlays;
  }

  private static Certificates certificates(Fields certificates) {
    Fields issuer = certificates.child("issuer");
    return new Certificates(
        source(certificates.text("source", "")),
        issuer
            .text("name")
            .map(name -> new Certificates.Issuer(issuer.text("kind", ISSUER_KIND), name)),
        certificates.text("path", CERTIFICATES_PATH),
        certificates.text("rootFile"));
  }

  private static Certificates.Source source(String word) {
    for (Certificates.Source source : Certificates.Source.values()) {
      if (source.word().equals(word)) {
        return source;
      }
    }
    return Certificates.Source.EXTERNAL_SECRETS;
  }

  private static Secrets secrets(Fields secrets) {
    Fields store = secrets.child("store");
    return new Secrets(
        store.text("name").map(name -> new SecretStore(store.text("kind", STORE_KIND), name)),
        secrets.text("path", SECRETS_PATH),
        secrets.isTrue("publish"));
  }

  private static GitOps gitOps(Fields gitOps) {
    GitOps.Engine engine = engine(gitOps.text("engine", ""));
    return new GitOps(
        engine,
        gitOps.text("repoUrl"),
        gitOps.text("revision"),
        gitOps.text("path", OUTPUT),
        gitOps.text("project", "default"),
        gitOps.text("namespace", engine.usualNamespace()),
        gitOps.text("secret"),
        SPEC.child("gitops"));
  }

  private static GitOps.Engine engine(String word) {
    for (GitOps.Engine engine : GitOps.Engine.values()) {
      if (engine.word().equals(word)) {
        return engine;
      }
    }
    return GitOps.Engine.NONE;
  }
}
