package io.meshwright.lint;

import io.meshwright.lint.rules.AddressNeeded;
import io.meshwright.lint.rules.ApiServerNotHttps;
import io.meshwright.lint.rules.ApiServerNotReachable;
import io.meshwright.lint.rules.ControlPlaneCycle;
import io.meshwright.lint.rules.ControlPlaneNotPrimary;
import io.meshwright.lint.rules.ControlPlanesOfAPrimary;
import io.meshwright.lint.rules.DuplicateApiServer;
import io.meshwright.lint.rules.DuplicateClusterName;
import io.meshwright.lint.rules.DuplicateGatewayAddress;
import io.meshwright.lint.rules.DuplicateNetwork;
import io.meshwright.lint.rules.GatewayLabelTaken;
import io.meshwright.lint.rules.GatewayNameTaken;
import io.meshwright.lint.rules.GatewayPortTaken;
import io.meshwright.lint.rules.GatewaySelectorDiffers;
import io.meshwright.lint.rules.GatewaySelectorFixed;
import io.meshwright.lint.rules.GatewayServiceWithoutPorts;
import io.meshwright.lint.rules.GatewaySpreadsIstiod;
import io.meshwright.lint.rules.GenericClusterName;
import io.meshwright.lint.rules.HostNameAsExternalIp;
import io.meshwright.lint.rules.HostNameGatewayNotResolved;
import io.meshwright.lint.rules.HostNameNeedsInjectionUrl;
import io.meshwright.lint.rules.InvalidClusterName;
import io.meshwright.lint.rules.InvalidNodePort;
import io.meshwright.lint.rules.InvalidUrl;
import io.meshwright.lint.rules.Ipv6IstiodAddress;
import io.meshwright.lint.rules.IstiodByHostName;
import io.meshwright.lint.rules.IstiodPortTwice;
import io.meshwright.lint.rules.KubernetesTooNew;
import io.meshwright.lint.rules.LoadBalancerClassUnknown;
import io.meshwright.lint.rules.MissingApiServer;
import io.meshwright.lint.rules.MissingNetwork;
import io.meshwright.lint.rules.MissingSecretStore;
import io.meshwright.lint.rules.NamespaceFixed;
import io.meshwright.lint.rules.NetworkWithoutGateway;
import io.meshwright.lint.rules.NoControlPlane;
import io.meshwright.lint.rules.NoGatewayForIstiod;
import io.meshwright.lint.rules.NoRevisions;
import io.meshwright.lint.rules.NoSharedRoot;
import io.meshwright.lint.rules.NodeAddressForIstiod;
import io.meshwright.lint.rules.NodePortAsGatewayPort;
import io.meshwright.lint.rules.NodePortForIstiod;
import io.meshwright.lint.rules.NothingToDiscover;
import io.meshwright.lint.rules.OperatorNotInCluster;
import io.meshwright.lint.rules.OverlappingPodCidrs;
import io.meshwright.lint.rules.PlaceholderAddress;
import io.meshwright.lint.rules.RemoteWithoutControlPlane;
import io.meshwright.lint.rules.ReservedClusterName;
import io.meshwright.lint.rules.RevisionWithRemotes;
import io.meshwright.lint.rules.RootNotACa;
import io.meshwright.lint.rules.SampleCertificate;
import io.meshwright.lint.rules.SeveralControlPlanes;
import io.meshwright.lint.rules.SeveralIstiodAddresses;
import io.meshwright.lint.rules.SharedSecretPath;
import io.meshwright.lint.rules.SingleNodeGateway;
import io.meshwright.lint.rules.UnknownControlPlane;
import io.meshwright.lint.rules.UnknownIstioRelease;
import io.meshwright.lint.rules.UnknownNetwork;
import io.meshwright.lint.rules.UnquotedEnvValue;
import io.meshwright.lint.rules.UnreachableAddress;
import io.meshwright.lint.rules.UnsupportedIstioVersion;
import io.meshwright.lint.rules.UnusedNetwork;
import java.util.List;

/** The rules that every run checks, sorted by class name. */
public final class StandardRules {
  private static final List<LintRule> ALL =
      List.of(
          new AddressNeeded(),
          new ApiServerNotHttps(),
          new ApiServerNotReachable(),
          new ControlPlaneCycle(),
          new ControlPlaneNotPrimary(),
          new ControlPlanesOfAPrimary(),
          new DuplicateApiServer(),
          new DuplicateClusterName(),
          new DuplicateGatewayAddress(),
          new DuplicateNetwork(),
          new GatewayLabelTaken(),
          new GatewayNameTaken(),
          new GatewayPortTaken(),
          new GatewaySelectorDiffers(),
          new GatewaySelectorFixed(),
          new GatewayServiceWithoutPorts(),
          new GatewaySpreadsIstiod(),
          new GenericClusterName(),
          new HostNameAsExternalIp(),
          new HostNameGatewayNotResolved(),
          new HostNameNeedsInjectionUrl(),
          new InvalidClusterName(),
          new InvalidNodePort(),
          new InvalidUrl(),
          new Ipv6IstiodAddress(),
          new IstiodByHostName(),
          new IstiodPortTwice(),
          new KubernetesTooNew(),
          new LoadBalancerClassUnknown(),
          new MissingApiServer(),
          new MissingNetwork(),
          new MissingSecretStore(),
          new NamespaceFixed(),
          new NetworkWithoutGateway(),
          new NoControlPlane(),
          new NoGatewayForIstiod(),
          new NoRevisions(),
          new NoSharedRoot(),
          new NodeAddressForIstiod(),
          new NodePortAsGatewayPort(),
          new NodePortForIstiod(),
          new NothingToDiscover(),
          new OperatorNotInCluster(),
          new OverlappingPodCidrs(),
          new PlaceholderAddress(),
          new RemoteWithoutControlPlane(),
          new ReservedClusterName(),
          new RevisionWithRemotes(),
          new RootNotACa(),
          new SampleCertificate(),
          new SeveralControlPlanes(),
          new SeveralIstiodAddresses(),
          new SharedSecretPath(),
          new SingleNodeGateway(),
          new UnknownControlPlane(),
          new UnknownIstioRelease(),
          new UnknownNetwork(),
          new UnquotedEnvValue(),
          new UnreachableAddress(),
          new UnsupportedIstioVersion(),
          new UnusedNetwork());

  private StandardRules() {}

  /** Returns every rule. */
  public static List<LintRule> all() {
    return ALL;
  }
}
