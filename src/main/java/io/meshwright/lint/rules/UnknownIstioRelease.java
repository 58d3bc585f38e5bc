package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioReleases;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.OptionalInt;

/** The mesh runs a release of Istio that was made. */
public final class UnknownIstioRelease implements LintRule {

  @Override
  public String id() {
    return "unknown-istio-release";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    NamedVersion.of(mesh.topology()).forEach(named -> check(named.version(), named.at(), findings));
  }

  private static void check(IstioVersion version, Pointer at, Findings findings) {
    OptionalInt last =
        version.major() == 1 ? IstioReleases.last(version.minor()) : OptionalInt.empty();
    if (last.isPresent() && version.patch() > last.getAsInt()) {
      String release = "1." + version.minor() + "." + last.getAsInt();
      findings.at(
          at,
          "there is no Istio "
              + version
              + ": the last release of 1."
              + version.minor()
              + " is "
              + release,
          "use "
              + Words.quoted(release)
              + "; Meshwright "
              + IstioReleases.ability(version.minor()));
    }
  }
}
