package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
import io.meshwright.text.Words;
import java.util.Optional;

/** An istiod finds the trust domain of each cluster that it reads. */
public final class TrustDomainOfAnotherRevision implements LintRule {

  @Override
  public String id() {
    return "trust-domain-of-another-revision";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().mesh().customTrustDomain().isEmpty()) {
      return;
    }
    for (ClusterFacts primary : mesh.controlPlanes()) {
      for (ClusterFacts istiod : primary.revisions()) {
        if (istiod.has(IstioFeature.REMOTE_TRUST_DOMAIN)) {
          check(mesh, istiod, findings);
        }
      }
    }
  }

  private static void check(MeshFacts mesh, ClusterFacts istiod, Findings findings) {
    Optional<String> revision = istiod.cluster().release().revision();
    for (Cluster watched : istiod.watches()) {
      if (watched.release().all().stream().map(Release::revision).noneMatch(revision::equals)) {
        String configMap = "istio" + revision.map(name -> "-" + name).orElse("");
        findings.at(
            watched.at(),
            "the istiod of "
                + Words.quoted(istiod.cluster().name())
                + " looks for the trust domain of "
                + Words.quoted(watched.name())
                + " in the ConfigMap "
                + Words.quoted(configMap)
                + " there, and where there is none takes it for cluster.local instead of "
                + Words.quoted(mesh.topology().mesh().trustDomain()),
            "give both clusters this revision, as canary where it is not the first");
      }
    }
  }
}
