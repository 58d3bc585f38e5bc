package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.RootCertificate;
import io.meshwright.source.Pointer;
import java.util.Set;

/** The mesh does not trust the certificates that Istio's samples publish with their keys. */
public final class SampleCertificate implements LintRule {
  /** The roots in samples/certs of all releases from 1.0.0 to 1.31.0-rc.0. */
  private static final Set<String> ROOTS =
      Set.of(
          "63727a1785cab47acec5c24cc0669c20824e8ae1ac28079a4d2f8c830592e7b0",
          "1313a3551fa1e93c912355c74152bb0c2c406f4f8bd437f343a144f468837a47",
          "e5cc551e468fd647ece496722755bf7a729adb6205b114cbd06b918ce2b4bb57",
          "11c9202c6be8ea5fcfb46d8591a8cf83b20eb97ade97234840851af8763ae428");

  /** The authorities there, whose keys lie beside them. */
  private static final Set<String> AUTHORITIES =
      Set.of(
          "f867174e4a31f1792f8c0354a23f8f049bd4019729cd2ee579d67033065b2dc2",
          "6c848fbf145a7862286a4deca23b31ba4e5edf5b076132d2ccd45ac1dfe9d760",
          "6a1247642e6e17b88135d82b2d490b991db1cc3fffb11575f6dba03b361b6eef",
          "40ff5d9dcaa80833bb7291ef1f89acd9f4da11d6c6006b78897d3f9e2cff86b5",
          "677fbf661531ab421e73bfe7b2ebdb7ec5509174e3dfcd39d24b852e2d46d46c");

  @Override
  public String id() {
    return "sample-certificate";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (RootCertificate root : mesh.files().roots()) {
      boolean isRoot = ROOTS.contains(root.fingerprint());
      if (isRoot || AUTHORITIES.contains(root.fingerprint())) {
        findings.at(
            new Pointer("/spec/certificates/rootFile"),
            "this CA is one of Istio's samples/certs, and "
                + (isRoot ? "the private key of a CA that it signed" : "its private key")
                + " is public: anybody can be any workload of the mesh",
            "make a root of your own and an intermediate for each cluster, and keep their keys out"
                + " of git");
      }
    }
  }
}
