package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;

/** ztunnels know the trust domain of the gateways that they call. */
public final class AmbientTrustDomain implements LintRule {
  private static final Pointer TRUST_DOMAIN = new Pointer("/spec/mesh/trustDomain");

  /** The minor in which it was mended, and its release (convertGateway at 1.28.0 and 1.28.1). */
  private static final int MENDED = 28;

  private static final int MENDED_PATCH = 1;

  @Override
  public String id() {
    return "ambient-trust-domain";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    boolean custom = mesh.topology().mesh().customTrustDomain().isPresent();
    if (!mesh.topology().mesh().isAmbient() || !mesh.multiNetwork() || !custom) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      IstioVersion version = facts.cluster().release().version();
      if (facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS) && isBroken(version)) {
        findings.at(
            TRUST_DOMAIN,
            "Istio "
                + version
                + " tells ztunnels that gateways of other networks are of \"cluster.local\", and"
                + " those of "
                + Words.quoted(mesh.topology().mesh().trustDomain())
                + " are refused",
            "use Istio 1.28.1 or later, or leave the trust domain out");
        return;
      }
    }
  }

  private static boolean isBroken(IstioVersion version) {
    return version.minor() < MENDED
        || (version.minor() == MENDED && version.patch() < MENDED_PATCH);
  }
}
