package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** The clusters of a mesh run versions of Istio that can make one mesh together. */
public final class MixedIstioGenerations implements LintRule {
  /** Neither networks nor gateways nor ConfigMaps are the same in two of these minors. */
  private static final int LAST_ALONE = IstioFeature.OWN_MESH_CONFIG.until();

  private static final int LAST_WITH_LOCAL_ISTIOD = IstioFeature.LOCAL_ISTIOD.until();

  @Override
  public String id() {
    return "mixed-istio-generations";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    IstioVersion first = mesh.topology().istio().version();
    for (ClusterFacts facts : mesh.clusters()) {
      IstioVersion version = facts.version();
      boolean alone =
          IstioFeature.OWN_MESH_CONFIG.in(version) || mesh.has(IstioFeature.OWN_MESH_CONFIG);
      if (alone && version.minor() != first.minor()) {
        findings.at(
            facts.cluster().release().said().version(),
            would(facts.cluster())
                + " in a mesh of "
                + first
                + ": up to 1."
                + LAST_ALONE
                + " every cluster of a mesh runs one minor, whose networks, gateways and ConfigMaps"
                + " no other reads",
            "use releases of 1." + first.minor() + " in every cluster");
      } else {
        facts.controlPlanes().forEach(primary -> check(facts, primary, findings));
      }
    }
  }

  private static void check(ClusterFacts remote, Cluster primary, Findings findings) {
    if (remote.has(IstioFeature.LOCAL_ISTIOD)
        != IstioFeature.LOCAL_ISTIOD.in(primary.release().version())) {
      findings.at(
          remote.cluster().release().said().version(),
          would(remote.cluster())
              + ", and its primary "
              + Words.quoted(primary.name())
              + " runs "
              + primary.release().version()
              + ": up to 1."
              + LAST_WITH_LOCAL_ISTIOD
              + " an istiod in the remote injects its pods and signs their certificates, later its"
              + " primary's does, and here nobody would, or both",
          "upgrade a primary from 1."
              + LAST_WITH_LOCAL_ISTIOD
              + " together with its remotes: give both the same minor");
    }
  }

  private static String would(Cluster cluster) {
    return Words.quoted(cluster.name()) + " would run Istio " + cluster.release().version();
  }
}
