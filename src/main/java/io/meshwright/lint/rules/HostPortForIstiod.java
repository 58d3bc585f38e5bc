package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;

/**
 * Before Istio had east-west gateways, what opens a gateway for remotes is in the chart of that
 * gateway, so a gateway that something else provides lets no remote in.
 */
public final class HostPortForIstiod implements LintRule {

  @Override
  public String id() {
    return "host-port-for-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.has(IstioFeature.EAST_WEST_GATEWAY)) {
      return;
    }
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      if (dialled.throughGateway() && primary.eastWest().exposure() == Exposure.HOST_PORT) {
        findings.at(
            primary.at().child("eastWest").child("exposure"),
            "the gateway of "
                + Words.quoted(primary.name())
                + " is provided elsewhere, and Istio "
                + mesh.topology().istio().version()
                + " opens only the ingress gateway that it installs for remotes: "
                + Words.list(dialled.remotes())
                + " would not reach istiod",
            "give istiod a Service of its own: istiod: {exposure: service, addresses: [...]}; or"
                + " use another exposure, or Istio 1.8 or later");
      }
    }
  }
}
