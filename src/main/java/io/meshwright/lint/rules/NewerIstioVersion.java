package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioReleases;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;

/** Nothing is assumed of an Istio that came after this release of Meshwright. */
public final class NewerIstioVersion implements LintRule {
  private static final int LAST = IstioFeature.RENDERED_FORMS.until();

  @Override
  public String id() {
    return "newer-istio-version";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (NamedVersion named : NamedVersion.of(mesh.topology())) {
      if (IstioReleases.isNewer(named.version())) {
        findings.at(
            named.at(),
            "Istio "
                + named.version()
                + " is newer than this release of Meshwright knows; it is rendered as if it were"
                + " Istio 1."
                + LAST
                + ", and so are keys of overlays checked",
            "read what its release notes say of several clusters, and try the output on a mesh that"
                + " may fail; or use 1."
                + LAST
                + ", or a newer release of Meshwright");
      }
    }
  }
}
