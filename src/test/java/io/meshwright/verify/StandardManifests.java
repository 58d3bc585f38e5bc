package io.meshwright.verify;

import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Certificates;
import io.meshwright.model.SecretStore;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.ConfigMap;
import io.meshwright.plan.documents.ControlPlaneGateway;
import io.meshwright.plan.documents.EastWestGateway;
import io.meshwright.plan.documents.ExternalSecret;
import io.meshwright.plan.documents.GatewayNamespace;
import io.meshwright.plan.documents.GatewayOptions;
import io.meshwright.plan.documents.HostedIstiodTls;
import io.meshwright.plan.documents.IntermediateCertificate;
import io.meshwright.plan.documents.IstioGateway;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.plan.documents.IstiodRoute;
import io.meshwright.plan.documents.Kubeconfig;
import io.meshwright.plan.documents.KubeconfigSecret;
import io.meshwright.plan.documents.KubernetesGateway;
import io.meshwright.plan.documents.Kustomization;
import io.meshwright.plan.documents.ReaderToken;
import io.meshwright.plan.documents.ReaderTokenPublication;
import io.meshwright.plan.documents.ReleaseValues;
import io.meshwright.plan.documents.SystemNamespace;
import io.meshwright.plan.documents.TlsRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Every document that is a file, with every component filled in and with every one left out. */
final class StandardManifests {
  private static final String NAMESPACE = "istio-system";
  private static final SecretStore STORE = new SecretStore("ClusterSecretStore", "vault");
  private static final Map<String, Object> GLOBAL = Map.of("istioNamespace", NAMESPACE);
  private static final Map<String, Object> SERVICE_VALUES =
      Map.of(
          "type",
          "ClusterIP",
          "ports",
          List.of(Map.of("name", "tls", "port", 15443, "targetPort", 15443)));
  private static final Map<String, String> SELECTOR = Map.of("istio", "eastwestgateway");

  private StandardManifests() {}

  static List<Manifest> full() {
    return List.of(
        new SystemNamespace(
            NAMESPACE,
            Optional.of("eu"),
            Optional.of("eu1,eu2"),
            Map.of("example.com/kept", "yes")),
        new ExternalSecret(
            "cacerts",
            NAMESPACE,
            STORE,
            "mesh/shop/eu1/cacerts",
            List.of(new ExternalSecret.Value("cacert", "root-cert.pem"))),
        new IntermediateCertificate(
            "cacerts",
            "istio-b",
            "eu1",
            "shop",
            new Certificates.Issuer("ClusterIssuer", "mesh-root")),
        kustomization(Layer.BOOTSTRAP, "cacerts.yaml", "namespace.yaml"),
        values("base", Map.of("defaultRevision", "", "global", GLOBAL)),
        values("cni", Map.of("profile", "ambient", "global", GLOBAL)),
        values("istiod", Map.of("revisionTags", List.of("stable"), "global", GLOBAL)),
        values("ztunnel", Map.of("env", Map.of("CLUSTER_DOMAIN", "a.example"), "global", GLOBAL)),
        values(
            "gateway",
            Map.of("serviceAccount", Map.of("name", "gateway"), "service", SERVICE_VALUES)),
        new IstioGateway(
            "networking.istio.io/v1",
            "gateway.yaml",
            "cross-network-gateway",
            NAMESPACE,
            SELECTOR,
            List.of(
                new IstioGateway.Server(
                    15443, "tls", "TLS", "AUTO_PASSTHROUGH", Optional.empty(), "*.local"),
                new IstioGateway.Server(
                    15012, "xds", "HTTPS", "SIMPLE", Optional.of("istiod-tls"), "a.b"))),
        new IstiodRoute(
            "networking.istio.io/v1",
            "istiod-route.yaml",
            "istiod-vs",
            NAMESPACE,
            "*",
            "istiod-gateway",
            List.of("*"),
            List.of("*", "a.b"),
            "istiod"),
        new ReaderToken(NAMESPACE, "reader-token.yaml", "istiod-token", "istiod"),
        new ReaderTokenPublication(
            "istio-reader-token",
            NAMESPACE,
            "publication.yaml",
            STORE,
            "istiod-token",
            "mesh/shop/eu1",
            "token"),
        new GatewayNamespace("gateways", Map.of("example.com/kept", "yes")),
        new ControlPlaneGateway(
            "x-gateway",
            "gateways",
            Optional.of("registry.example.com/istio"),
            "1.30.3",
            service()),
        new HostedIstiodTls(
            "networking.istio.io/v1", NAMESPACE, "istiod", Optional.of("root"), "istiod.svc"),
        remoteSecret(Optional.of("a.example.com"), Optional.of("http://proxy:3128")),
        primary(),
        eastWest(Optional.of("eu"), service()),
        new KubernetesGateway(
            "istio-eastwestgateway",
            NAMESPACE,
            Map.of("topology.istio.io/network", "eu"),
            Map.of("example.com/hint", "x"),
            "istio-east-west",
            Optional.of("istio-eastwestgateway-options"),
            List.of(new KubernetesGateway.GatewayAddress("IPAddress", "192.0.2.1")),
            List.of(
                new KubernetesGateway.Listener(
                    "mesh",
                    15008,
                    "HBONE",
                    Optional.of("*.local"),
                    "Terminate",
                    Map.of("gateway.istio.io/tls-terminate-mode", "ISTIO_MUTUAL")))),
        new TlsRoute(
            "gateway.networking.k8s.io/v1",
            "istiod-grpc",
            NAMESPACE,
            "istio-eastwestgateway",
            "listener",
            List.of("istiod.istio-system.svc", "a.b"),
            "istiod",
            15012),
        new ConfigMap(
            Layer.MESH,
            "options.yaml",
            NAMESPACE,
            "istio-eastwestgateway-options",
            Map.of(
                "service",
                new GatewayOptions(
                    List.of("192.0.2.1"),
                    Optional.of("internal"),
                    List.of(new GatewayOptions.NodePort(15443, 30443))))));
  }

  private static EastWestGateway.Service service() {
    return new EastWestGateway.Service(
        "LoadBalancer",
        Map.of("service.beta.kubernetes.io/a", "true"),
        List.of("192.0.2.1"),
        Optional.of("192.0.2.2"),
        Optional.of("internal"),
        List.of(new EastWestGateway.Port("tls", 15443, 15443, OptionalInt.of(30443))));
  }

  static List<Manifest> sparse() {
    return List.of(
        new SystemNamespace(NAMESPACE, Optional.empty(), Optional.empty(), Map.of()),
        new SystemNamespace(
            NAMESPACE, Optional.empty(), Optional.empty(), Map.of("example.com/kept", "yes")),
        remoteSecret(Optional.empty(), Optional.empty()),
        new IstiodRoute(
            "networking.istio.io/v1",
            "istiod-route.yaml",
            "external-istiod-vs",
            NAMESPACE,
            "istiod.example.com",
            "external-istiod-gw",
            List.of(),
            List.of(),
            "istiod"),
        new KubeconfigSecret(
            Layer.BOOTSTRAP,
            "istio-kubeconfig",
            NAMESPACE,
            Map.of(),
            Map.of(),
            "config",
            STORE,
            "mesh/shop/eu1",
            "istiod-token",
            kubeconfig(Optional.empty(), Optional.empty())),
        new HostedIstiodTls(
            "networking.istio.io/v1", NAMESPACE, "istiod", Optional.empty(), "istiod.svc"),
        remote(),
        eastWest(
            Optional.empty(),
            new EastWestGateway.Service(
                "ClusterIP",
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new EastWestGateway.Port("tls", 15443, 15443, OptionalInt.empty())))),
        new KubernetesGateway(
            "remote-gateway-us",
            NAMESPACE,
            Map.of(),
            Map.of(),
            "istio-remote",
            Optional.empty(),
            List.of(),
            List.of(
                new KubernetesGateway.Listener(
                    "cross-network", 15443, "TLS", Optional.empty(), "Passthrough", Map.of()))));
  }

  private static ReleaseValues values(String chart, Map<String, Object> values) {
    IstioVersion version = IstioVersion.of("1.30.3");
    return new ReleaseValues(new ChartRelease("istio-" + chart, chart, NAMESPACE, version), values);
  }

  private static Kustomization kustomization(Layer layer, String... files) {
    return new Kustomization(layer, "", List.of(files));
  }

  private static Kubeconfig kubeconfig(Optional<String> serverName, Optional<String> proxy) {
    return new Kubeconfig(
        "us1", "https://us1.example.com", "QUJD", serverName, proxy, "{{ .token }}");
  }

  private static KubeconfigSecret remoteSecret(
      Optional<String> serverName, Optional<String> proxy) {
    return new KubeconfigSecret(
        Layer.PEERS,
        "istio-remote-secret-us1",
        NAMESPACE,
        Map.of("istio/multiCluster", "true"),
        Map.of("networking.istio.io/cluster", "us1"),
        "us1",
        STORE,
        "mesh/shop/us1",
        "token",
        kubeconfig(serverName, proxy));
  }

  private static EastWestGateway eastWest(
      Optional<String> network, EastWestGateway.Service service) {
    return new EastWestGateway(
        "eastwest",
        NAMESPACE,
        true,
        network,
        network.isPresent(),
        network.map(StandardManifests::proxy),
        "istio-eastwestgateway",
        Map.of("app", "istio-eastwestgateway"),
        network,
        network.stream().map(name -> new EastWestGateway.Variable("VIEW", name)).toList(),
        service);
  }

  private static EastWestGateway.Proxy proxy(String cluster) {
    return new EastWestGateway.Proxy(
        Optional.of("registry.example.com/istio"),
        "1.10.6",
        Optional.of("shop.example"),
        "shop",
        cluster,
        Optional.of("cluster.example"));
  }

  private static IstioOperator primary() {
    return new IstioOperator(
        "eu1",
        NAMESPACE,
        true,
        "minimal",
        Optional.of("registry.example.com/istio"),
        "1.30.3",
        Optional.of("1-30-3"),
        Optional.of(new IstioOperator.Trust("shop.example", List.of("old.example"))),
        Optional.of(
            new IstioOperator.IngressGateway(
                "istio-ingressgateway", SELECTOR, Optional.of(service()))),
        Optional.of(
            new IstioOperator.IstiodService(
                "ClusterIP",
                List.of("192.0.2.3"),
                List.of(
                    new EastWestGateway.Port(
                        "https-remote-webhook", 15017, 15017, OptionalInt.empty())))),
        "shop",
        "eu1",
        Optional.of("eu"),
        Optional.of("cluster.example"),
        Optional.of("shop.example"),
        true,
        true,
        List.of(
            new IstioOperator.StaticNetwork(
                "us",
                List.of("us1"),
                List.of("10.9.0.0/16"),
                List.of(new IstioOperator.Gateway("192.0.2.9", 31443)))),
        new TreeMap<>(Map.of("ISTIOD_CUSTOM_HOST", "istiod.example.com")),
        Map.of("CLUSTER_DOMAIN", "cluster.example"),
        Optional.of(false),
        List.of("next", "stable"),
        Optional.of(
            new IstioOperator.Hosting(
                "istiod.example.com:15012",
                Optional.of("/etc/ssl/certs/ca-certificates.crt"),
                "istio-1-30-3",
                "istio-sidecar-injector-1-30-3")),
        Optional.empty());
  }

  private static IstioOperator remote() {
    return new IstioOperator(
        "us1",
        NAMESPACE,
        false,
        "remote",
        Optional.empty(),
        "1.30.3",
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new IstioOperator.IngressGateway("istio-ingressgateway", Map.of(), Optional.empty())),
        Optional.empty(),
        "shop",
        "us1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        new TreeMap<>(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(
            new IstioOperator.RemoteSettings(
                Optional.of("192.0.2.1"),
                Optional.of("/inject/cluster/us1/net/us"),
                Optional.of("https://istiod.example.com:15017/inject/cluster/us1"),
                Optional.of(
                    new IstioOperator.ConfigSource(
                        "1-30-3", "https://istiod.example.com:15017/validate")))));
  }
}
