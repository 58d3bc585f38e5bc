package io.meshwright.plan.documents;

import io.meshwright.plan.DocumentKind;
import java.util.List;

/** The kinds of documents that every cluster is asked for, in the order of planning. */
public final class StandardDocuments {
  private static final List<DocumentKind> ALL =
      List.of(
          new SystemNamespace.Kind(),
          new SigningCertificate.Kind(),
          new MeshConfigMap.Kind(),
          new SharedMeshConfig.Kind(),
          new IstioOperatorKind(),
          new EastWestGatewayKind(),
          new KubernetesGatewayKind(),
          new RemoteGatewayKind(),
          new CrossNetworkGateway.Kind(),
          new IstiodGateway.Kind(),
          new IstiodRoute.Kind(),
          new ReaderToken.Kind(),
          new ReaderTokenPublication.Kind(),
          new RemoteSecret.Kind(),
          // last: it lists what the others planned
          new Kustomization.Kind());

  private StandardDocuments() {}

  /** Returns every kind. */
  public static List<DocumentKind> all() {
    return ALL;
  }
}
