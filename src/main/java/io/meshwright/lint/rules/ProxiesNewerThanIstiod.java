package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** No proxy is newer than the istiod that configures it. */
public final class ProxiesNewerThanIstiod implements LintRule {

  @Override
  public String id() {
    return "proxies-newer-than-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      facts
          .dials()
          .filter(primary -> IstioFeature.LOCAL_ISTIOD.in(primary.release().version()))
          .filter(
              primary ->
                  facts.has(IstioFeature.LOCAL_ISTIOD)
                      && primary.release().version().minor() < facts.version().minor())
          .ifPresent(
              primary ->
                  findings.at(
                      facts.cluster().release().said().version(),
                      "proxies of "
                          + Words.quoted(facts.cluster().name())
                          + " would run Istio "
                          + facts.version()
                          + ", and be configured by the older "
                          + primary.release().version()
                          + " of "
                          + Words.quoted(primary.name()),
                      "upgrade the primary first, its remotes after it"));
    }
  }
}
