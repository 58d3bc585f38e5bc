package io.meshwright.plan.documents;

import io.meshwright.plan.DocumentKind;
import java.util.List;

/** The kinds of documents that every cluster is asked for, in the order of planning. */
public final class StandardDocuments {
  private static final List<DocumentKind> ALL =
      List.of(
          new SystemNamespace.Kind(),
          new GatewayNamespace.Kind(),
          new SigningCertificate(),
          new IntermediateCertificate.Kind(),
          new HostedIstiodRoot(),
          new ConfigAccess(),
          new MeshConfigMap(),
          new SharedMeshConfig(),
          new IstioOperatorKind(),
          new ControlPlaneGateway.Kind(),
          new EastWestGatewayKind(),
          new KubernetesGatewayKind(),
          new RemoteGatewayKind(),
          new CrossNetworkGateway(),
          new IstiodGateway(),
          new IstiodRouteKind(),
          new HostedIstiodGateway(),
          new HostedIstiodRoute(),
          new HostedIstiodTls.Kind(),
          new ConfigToken(),
          new TlsRoute.Kind(),
          new ReaderToken.Kind(),
          new ReaderTokenPublication.Kind(),
          new RemoteSecret(),
          // last: it lists what the others planned
          new Kustomization.Kind());

  private StandardDocuments() {}

  /** Returns every kind. */
  public static List<DocumentKind> all() {
    return ALL;
  }
}
