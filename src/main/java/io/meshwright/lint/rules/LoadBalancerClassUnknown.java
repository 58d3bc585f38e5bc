package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;

/** A class of load balancers is asked for only where Istio can pass it on. */
public final class LoadBalancerClassUnknown implements LintRule {

  @Override
  public String id() {
    return "load-balancer-class-unknown";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      if (!facts.has(IstioFeature.LOAD_BALANCER_CLASS)
          && facts.installsGateway()
          && eastWest.service().loadBalancerClass().isPresent()) {
        findings.at(
            eastWest.at().child("service").child("loadBalancerClass"),
            "Istio "
                + facts.version()
                + " does not know loadBalancerClass, and istioctl would refuse the whole gateway",
            "use Istio 1."
                + IstioFeature.LOAD_BALANCER_CLASS.since()
                + " or later, or choose the load balancer by eastWest.service.annotations");
      }
    }
  }
}
