package io.meshwright.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of the topology whose rendering comes later, wholly or for some of its values.
 *
 * @param values the values that this version does not render; empty when it renders none
 * @param purpose what the field would do
 * @param instead what to do today
 */
record LaterField(List<String> values, String purpose, String instead) {
  private static final String CHECKS_ONLY = "leave it out: it would change no file";

  /**
   * By path; {@code cluster} stands for a cluster and for the defaults of all clusters, and a
   * list's elements have the list's path.
   */
  static final Map<String, LaterField> ALL = all();

  private static Map<String, LaterField> all() {
    Map<String, LaterField> all = new HashMap<>();
    mesh(all);
    cluster(all);
    secrets(all);
    lint(all);
    return all;
  }

  private static void mesh(Map<String, LaterField> all) {
    values(
        all,
        "/spec/istio/install",
        List.of("sail"),
        "render another installer's input",
        "use istioctl or helm, or operator up to Istio 1.23");
  }

  private static void cluster(Map<String, LaterField> all) {
    field(all, "cluster/kubernetes/provider", "unlock checks", CHECKS_ONLY);
    field(all, "cluster/kubernetes/serviceCidrs", "unlock checks", CHECKS_ONLY);
    field(all, "cluster/kubernetes/ipFamilies", "unlock checks", CHECKS_ONLY);
  }

  private static void secrets(Map<String, LaterField> all) {
    values(
        all,
        "/spec/certificates/source",
        List.of("istioCsr", "files"),
        "deliver cacerts in another way",
        "use externalSecrets or certManager");
    values(
        all,
        "/spec/secrets/backend",
        List.of("sealedSecrets", "sops", "tokenFile", "plaintextOutsideGit"),
        "render remote Secrets in another form",
        "use externalSecrets");
    values(
        all,
        "/spec/secrets/identity",
        List.of("perWatcher"),
        "give each watcher a ServiceAccount",
        "use shared");
    field(all, "/spec/secrets/audience", "bind tokens to one audience", "leave it out");
    field(
        all,
        "/spec/secrets/recipients",
        "encrypt remote Secrets with SOPS",
        "leave it out and keep the tokens in an external store");
  }

  private static void lint(Map<String, LaterField> all) {
    field(
        all,
        "/spec/lint/suppress",
        "accept findings",
        "leave it out and mend what the findings name");
  }

  private static void field(
      Map<String, LaterField> all, String path, String purpose, String instead) {
    all.put(path, new LaterField(List.of(), purpose, instead));
  }

  private static void values(
      Map<String, LaterField> all,
      String path,
      List<String> values,
      String purpose,
      String instead) {
    all.put(path, new LaterField(values, purpose, instead));
  }
}
