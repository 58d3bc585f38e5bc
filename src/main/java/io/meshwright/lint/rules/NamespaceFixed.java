package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Istio;

/** The system namespace is istio-system where Istio's charts have that name fixed. */
public final class NamespaceFixed implements LintRule {
  private static final String STANDARD = "istio-system";

  @Override
  public String id() {
    return "namespace-fixed";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Istio istio = mesh.topology().istio();
    if (istio.namespace().equals(STANDARD)) {
      return;
    }
    for (NamedVersion named : NamedVersion.of(mesh.topology())) {
      check(istio, named.version(), findings);
    }
  }

  private static void check(Istio istio, IstioVersion version, Findings findings) {
    if (IstioFeature.CA_IN_ISTIO_SYSTEM.in(version)) {
      tell(
          istio,
          "Istio "
              + version
              + " has the ingress gateway ask istio-pilot.istio-system.svc for its certificate, in"
              + " whatever namespace istiod is",
          findings);
    }
    if (IstioFeature.ROOT_IN_ISTIO_SYSTEM.in(version)) {
      tell(
          istio,
          "Istio "
              + version
              + " would put some of its objects into istio-system, in whatever namespace istiod is",
          findings);
    }
  }

  private static void tell(Istio istio, String message, Findings findings) {
    findings.at(
        istio.at().child("namespace"),
        message,
        "leave spec.istio.namespace out, or use Istio 1."
            + (IstioFeature.ROOT_IN_ISTIO_SYSTEM.until() + 1)
            + " or later");
  }
}
