package io.meshwright.istio;

/**
 * What differs by Istio version: one line a difference, with the minors that have it and where
 * Istio's source shows it; one minor alone is the first. Rules and kinds of documents ask this
 * table; templates never do.
 */
public enum IstioFeature {
  /** The releases whose forms are rendered; the newest release looked at is 1.31.0-rc.0. */
  RENDERED_FORMS(5, 31),

  /**
   * istiod reads its signing certificate from a Secret of type kubernetes.io/tls, too: the form in
   * which cert-manager writes it (detectSigningCABundle in pilot/pkg/bootstrap/istio_ca.go at
   * 1.14.6; not there at 1.13.9).
   */
  TLS_SIGNING_SECRET(14),

  // Gateways, networks and the way to them.

  /**
   * Traffic between networks, and remotes on their way to istiod, come in by an east-west gateway
   * of its own; before, by the default ingress gateway, whose pods alone have the clusters that SNI
   * names (manifests/profiles/default.yaml at 1.8.6 sets ISTIO_META_ROUTER_MODE to standard;
   * samples/multicluster/gen-eastwest-gateway.sh first at 1.8.0).
   */
  EAST_WEST_GATEWAY(8),

  /**
   * The default ingress gateway runs as root and listens on the ports of its Service; later on 8080
   * and 8443 (manifests/profiles/default.yaml at 1.6.14).
   */
  ROOT_GATEWAY(5, 5),

  /**
   * istiod reads a cluster's network, and its gateways, from labels of the system namespace and of
   * Services (pilot/pkg/serviceregistry/kube/controller/network.go at 1.8.6); before, from
   * meshNetworks alone.
   */
  NETWORK_LABELS(8),

  /**
   * A gateway forwards by SNI only when its pod asks for that (model.SniDnatRouter in
   * pilot/pkg/networking/core/v1alpha3/cluster.go at 1.10.6; at 1.11.8 every gateway with an
   * AUTO_PASSTHROUGH server does).
   */
  SNI_DNAT_MODE(8, 10),

  /**
   * The gateway's pods are injected by istiod, and take image and names from it
   * (samples/multicluster/gen-eastwest-gateway.sh at 1.11.8); before, its own IstioOperator says
   * them (manifests/charts/gateways/istio-ingress/templates/deployment.yaml at 1.10.6).
   */
  INJECTED_GATEWAY(11),

  /**
   * istiod resolves the host name of a gateway; before, it drops such a gateway
   * (RESOLVE_HOSTNAME_GATEWAYS in pilot/pkg/features/pilot.go at 1.13.9; pilot/pkg/model/network.go
   * at 1.12.9, pilot/pkg/xds/ep_filters.go at 1.8.6).
   */
  RESOLVED_GATEWAY_NAMES(13),

  /**
   * istiod looks a gateway's name up when it reads the networks, and keeps the first address
   * (ResolveHostsInNetworksConfig in pkg/config/mesh/mesh.go at 1.5.10 and 1.6.14).
   */
  GATEWAY_NAMES_RESOLVED_ONCE(5, 6),

  /**
   * {@code values.global.meshExpansion} opens istiod's port on the ingress gateway, and a Gateway
   * of the chart leads on to istiod
   * (manifests/charts/gateways/istio-ingress/templates/meshexpansion.yaml at 1.7.8 and 1.8.6).
   */
  MESH_EXPANSION(5, 8),

  /**
   * The profile's ingress gateway has that port already, and mesh expansion adds it once more
   * (manifests/profiles/default.yaml and that chart at 1.8.6).
   */
  EXPANSION_PORT_TWICE(8, 8),

  /**
   * The Service of a gateway that an overlay gives no ports has none; at 1.7 only where the profile
   * has no gateway of its name (applyGatewayTranslations in operator/pkg/translate/translate.go at
   * 1.5.10 and 1.7.8; fixed at 1.8.0).
   */
  SERVICE_WITHOUT_PORTS(5, 7),

  /**
   * The Service of a gateway that the profile has keeps the profile's ports where an overlay gives
   * it none (what istioctl 1.7.8 prints for the egress gateway; 1.6.14 prints no port).
   */
  PROFILE_PORTS_KEPT(7),

  /** The Service of a gateway has a loadBalancerClass (operator.proto of istio/api at 1.21.0). */
  LOAD_BALANCER_CLASS(21),

  // The Kubernetes Gateway API, and ambient meshes.

  /**
   * An east-west gateway may be a Kubernetes Gateway; istiod also takes the addresses that it names
   * for the network's (PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API in pilot/pkg/features/pilot.go is
   * false at 1.22.8, and true at 1.23.0; the oldest tag tried is 1.24.6).
   */
  KUBERNETES_GATEWAY(24),

  /**
   * istiod reads TLSRoutes only if PILOT_ENABLE_ALPHA_GATEWAY_API is true, and from 1.25 on
   * listeners that pass TLS on, too (extras.go of pkg/config/schema/collections at 1.24.6;
   * listenerProtocolToIstio in pilot/pkg/config/kube/gateway/conversion.go at 1.25.5 and 1.29.6,
   * not so at 1.30.0).
   */
  TLS_GATEWAYS_ALPHA(24, 29),

  /**
   * istiod reads TLSRoutes of the version v1, which the standard channel of the Gateway API has;
   * before, v1alpha2 of the experimental one (pkg/config/schema/gvr/resources.gen.go at 1.29.6 and
   * 1.30.0).
   */
  TLS_ROUTE_V1(30),

  /**
   * A Kubernetes Gateway refers to a ConfigMap with what it has no words for
   * (spec.infrastructure.parametersRef in pilot/pkg/config/kube/gateway/deploymentcontroller.go
   * first at 1.26.0).
   */
  GATEWAY_PARAMETERS(26),

  /**
   * An ambient mesh may have several clusters and networks: there is a class of Gateways between
   * networks, and ztunnel knows its own (istio-east-west in pilot/pkg/config/kube/gateway and
   * NETWORK in manifests/charts/ztunnel/templates/daemonset.yaml first at 1.27.0).
   */
  AMBIENT_OF_SEVERAL_CLUSTERS(27),

  /**
   * Istio calls such a mesh of several networks beta, and alpha before (istio.io, "Ambient
   * multi-network multicluster support is now Beta", of February 2026).
   */
  AMBIENT_BETA(29),

  // What istiod, its remotes and their proxies are to each other.

  /**
   * A mesh of several clusters has one control plane; several that read each other's clusters came
   * with samples/multicluster at 1.8.0.
   */
  ONE_CONTROL_PLANE(5, 7),

  /**
   * A remote has an istiod of its own, for injection, validation and certificates, and dials the
   * primary's as {@code istiod-remote} (operator/data/profiles/remote.yaml at 1.5.10,
   * manifests/charts/base/templates/services.yaml at 1.14.6).
   */
  LOCAL_ISTIOD(5, 14),

  /**
   * istiod names the registry of its own cluster like the cluster; before, {@code Kubernetes}
   * whatever the cluster's name (istio/istio commit a19322263a1; getClusterID in
   * pilot/pkg/bootstrap/server.go at 1.5.10).
   */
  OWN_REGISTRY_NAMED(6),

  /**
   * Calls of istiod stay in the caller's cluster (clusterLocalHosts in
   * pilot/pkg/model/push_context.go at 1.6.0); before, they are spread over the istiods of all
   * clusters that an istiod reads.
   */
  ISTIOD_CLUSTER_LOCAL(6),

  /**
   * Envoy itself dials istiod, and asks DNS for IPv4 addresses alone unless all addresses of its
   * pod are IPv6 (DNSLookupFamily in pkg/bootstrap/config.go at 1.5.10); later the agent dials
   * (pkg/istio-agent/xds_proxy.go first at 1.8.0).
   */
  ENVOY_DIALS_ISTIOD(5, 7),

  /**
   * The profile of a remote without an istiod is {@code remote}; before, {@code external}
   * (manifests/profiles/external.yaml at 1.15.7, remote.yaml at 1.16.7).
   */
  REMOTE_PROFILE(16),

  /**
   * A remote calls its istiod by a Service that is named {@code istiod} whatever the revision,
   * while webhooks and proxies of a revision call another
   * (manifests/charts/base/templates/services.yaml at 1.15.7 and at 1.20.8).
   */
  REMOTE_SERVICE_WITHOUT_REVISION(15, 19),

  /**
   * The chart tells istiod that it serves remotes (values.global.externalIstiod in
   * manifests/charts/istio-control/istio-discovery/templates/deployment.yaml at 1.23.6); before, an
   * environment variable has to (no chart reads that value at 1.22.8).
   */
  EXTERNAL_ISTIOD_VALUE(23),

  /**
   * The chart takes an IPv6 {@code remotePilotAddress} for a host name and renders an ExternalName
   * Service. Before, Endpoints held whatever it was; later, an EndpointSlice does
   * (manifests/charts/base/templates/services.yaml at 1.15.7;
   * manifests/charts/istio-control/istio-discovery/templates/remote-istiod-service.yaml at 1.30.0).
   */
  IPV6_AS_HOST_NAME(15, 29),

  /**
   * istiod reads a remote's trust domain from the remote's ConfigMap {@code istio}, and takes an
   * absent one for {@code cluster.local} (pilot/pkg/serviceregistry/kube/controller/multicluster.go
   * and pkg/config/mesh/meshwatcher/collection.go at 1.29.0).
   */
  REMOTE_TRUST_DOMAIN(29),

  /**
   * The forms of a hosted control plane: the charts' {@code configCluster}, {@code externalIstiod}
   * and URLs of webhooks, and what istioctl takes besides them, stay the same from here on
   * (manifests/charts/istio-control/istio-discovery/templates at 1.24.6 and 1.31.0-rc.0).
   */
  HOSTED_CONTROL_PLANE(24),

  /**
   * The ingress gateway asks istio-pilot.istio-system.svc for its certificate, whatever the
   * namespace (manifests/gateways/istio-ingress/templates/deployment.yaml at 1.5.10).
   */
  CA_IN_ISTIO_SYSTEM(5, 5),

  /**
   * A proxy without configuration says that no Pilot runs
   * (pilot/cmd/pilot-agent/status/ready/probe.go at 1.11.8; Istiod at 1.12.9).
   */
  PILOT_IN_READINESS(5, 11),

  // Where the mesh's settings stand.

  /**
   * The ConfigMap {@code istio} is rendered here, whole, and not by istiod's chart: it holds the
   * networks, which change between installations
   * (manifests/istio-control/istio-discovery/templates/configmap.yaml at 1.5.10, the key
   * pilot.configMap).
   */
  OWN_MESH_CONFIG(5, 7),

  /**
   * The charts' values hold settings of the mesh, which istiod's chart writes into its ConfigMap;
   * later, meshConfig alone (templates/configmap.yaml of that chart at 1.6.14 and 1.7.8).
   */
  MESH_SETTINGS_IN_VALUES(5, 6),

  /** The charts' values hold all settings of the mesh, with defaults (the same file at 1.5.10). */
  ALL_MESH_SETTINGS_IN_VALUES(5, 5),

  /**
   * The trust domain is a value of the charts, beside the mesh's configuration
   * (values.global.trustDomain in injection-template.yaml at 1.7.8).
   */
  TRUST_DOMAIN_VALUE(5, 7),

  /**
   * Objects of istiod's chart stand in istio-system unless meshConfig.rootNamespace says otherwise
   * (values.yaml of that chart at 1.7.8 and 1.8.6; empty at 1.9.9).
   */
  ROOT_IN_ISTIO_SYSTEM(7, 8),

  /**
   * istiod reads settings of the mesh from a second ConfigMap, too, and takes them over while it
   * runs; those of its chart win (SHARED_MESH_CONFIG in pilot/pkg/bootstrap/mesh.go first at
   * 1.10.0).
   */
  SHARED_MESH_CONFIG(10),

  /**
   * istiod reads the mesh's networks from that ConfigMap, too, and before those of its chart
   * (NewNetworksCollection in pkg/config/mesh/meshwatcher/collection.go first at 1.25.0; at 1.24.6
   * AddUserMeshConfig in pkg/config/mesh/kubemesh/watcher.go reads the settings alone).
   */
  SHARED_MESH_NETWORKS(25),

  /**
   * istiod's chart writes the tracing of proxies, if only as empty (configmap.yaml of that chart at
   * 1.21.6; at 1.22.8 where a tracer is chosen).
   */
  TRACING_OF_THE_CHART(10, 21),

  /** istiod's chart writes the providers of metrics (the same file first at 1.18.0). */
  METRICS_OF_THE_CHART(18),

  /**
   * istioctl and istiod drop what they do not know of the mesh's settings; before, istioctl refuses
   * it (pkg/util/protomarshal/protomarshal.go at 1.24.6, operator/pkg/validate/validate.go at
   * 1.23.6).
   */
  UNKNOWN_MESH_SETTINGS_DROPPED(24),

  // Revisions and their tags.

  /**
   * There are no revisions of istiod (istioctl 1.5.10 accepts spec.revision and does not use it).
   */
  WITHOUT_REVISIONS(5, 5),

  /**
   * istiod's chart makes the webhooks of revision tags
   * (manifests/charts/istio-control/istio-discovery/templates/revision-tags.yaml first at 1.10.0;
   * istioctl refuses the value at 1.9.9).
   */
  REVISION_TAGS(10),

  /**
   * The chart writes all tags into one document, of which the last one is left (no separator in the
   * same file at 1.10.6 and 1.16.7; there is one at 1.17.0; what istioctl of each minor prints).
   */
  ONE_REVISION_TAG(10, 16),

  /**
   * The chart of a remote without an istiod makes no webhooks of tags
   * (manifests/charts/istiod-remote at 1.15.7 and 1.23.6; from 1.24.0 on it is istiod's).
   */
  REMOTE_WITHOUT_TAGS(15, 23),

  /**
   * A tag has a Service, too, so that its name has to fit one
   * (istio-discovery/templates/revision-tags-svc.yaml first at 1.28.0).
   */
  SERVICES_OF_TAGS(28),

  // The installer, and the APIs that it and we use.

  /**
   * istioctl has the command {@code install} (operator/cmd/mesh/manifest-apply.go at 1.6.0);
   * before, {@code manifest apply}.
   */
  INSTALL_COMMAND(6),

  /**
   * Istio's Helm charts say all that an IstioOperator does: they know profiles, and a remote
   * without an istiod is one of istiod's (manifests/charts/istio-control/istio-discovery/files of
   * 1.24.0 has profile-remote.yaml; at 1.23.6 there is a chart istiod-remote instead).
   */
  HELM_CHARTS(24),

  /**
   * The chart of gateways has a value for the loadBalancerClass of the Service
   * (manifests/charts/gateway/templates/service.yaml first at 1.26.0).
   */
  CLASS_IN_GATEWAY_CHART(26),

  /**
   * An operator in the cluster can install an IstioOperator object (operator/cmd/operator; gone at
   * 1.24.0, and the definition with it).
   */
  IN_CLUSTER_OPERATOR(5, 23),

  /**
   * The operator in the cluster passes over objects that are named like istioctl's records
   * (InstalledSpecCRPrefix in operator/pkg/controller/istiocontrolplane at 1.17.8, gone at 1.18.7).
   */
  RECORDS_PASSED_OVER(8, 17),

  /**
   * The operator in the cluster is told the namespaces that it watches (watchedNamespaces in
   * operator/cmd/mesh/operator-common.go at 1.6.14); before, one (istioNamespace at 1.5.10).
   */
  WATCHED_NAMESPACES(6, 23),

  /**
   * The Istio API {@code networking.istio.io/v1beta1} is served, and no later one
   * (manifests/charts/base/crds/crd-all.gen.yaml at 1.8.6 and 1.21.6).
   */
  NETWORKING_V1BETA1(8, 21),

  /** The Istio API {@code networking.istio.io/v1} is served (release notes of 1.22). */
  NETWORKING_V1(22),

  /**
   * istiod's webhooks are of admissionregistration.k8s.io/v1beta1, which Kubernetes has until 1.21
   * (mutatingwebhook.yaml of istiod's chart at 1.9.9 and 1.10.6).
   */
  BETA_WEBHOOKS(5, 9),

  /**
   * Istio's charts ask for policy/v1beta1 and autoscaling/v2beta1, which Kubernetes has until 1.24,
   * and for nothing else (poddisruptionbudget.yaml and autoscale.yaml at 1.13.9 and 1.14.6).
   */
  BETA_DISRUPTION_BUDGETS(5, 13),

  /**
   * A remote finds the IP address of its istiod in an EndpointSlice
   * (remote-istiod-endpointslices.yaml of istiod's chart at 1.28.10); before, in Endpoints.
   */
  ENDPOINT_SLICE(28),

  /**
   * The charts are published in Istio's own registry; before, in a repository of Helm's kind and
   * another registry (manifests/charts/README.md at 1.28.10 and 1.30.3).
   */
  CHARTS_IN_OWN_REGISTRY(30);

  private final int since;
  private final int until;

  IstioFeature(int since) {
    this(since, Integer.MAX_VALUE);
  }

  IstioFeature(int since, int until) {
    this.since = since;
    this.until = until;
  }

  /** Returns whether {@code version} has it. */
  public boolean in(IstioVersion version) {
    return version.major() == 1 && version.since(since) && version.minor() <= until;
  }

  /** Returns the first minor that has it: 24 for Istio 1.24. */
  public int since() {
    return since;
  }

  /** Returns the last minor that is known to have it. */
  public int until() {
    return until;
  }
}
