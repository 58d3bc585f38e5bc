package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Optional;

/** What a cluster says of itself means something there; defaults, in one cluster at least. */
public final class FieldWithoutEffect implements LintRule {
  private static final String DEFAULTS = "/spec/defaults";

  /**
   * Fields that the same clusters do without.
   *
   * @param paths where they are in a cluster
   * @param reason why a cluster does without them; empty where it has a use for them
   */
  private record Fields(List<String> paths, Reason reason) {}

  /** Says why a cluster has no use for some fields. */
  private interface Reason {
    Optional<String> of(ClusterFacts facts);
  }

  private static final List<Fields> ALL =
      List.of(
          new Fields(
              List.of("/istiod/exposure", "/istiod/host", "/istiod/addresses"),
              FieldWithoutEffect::ofIstiod),
          new Fields(
              List.of(
                  "/eastWest/addressesFor",
                  "/eastWest/api",
                  "/eastWest/discovery",
                  "/eastWest/name",
                  "/eastWest/port",
                  "/eastWest/selector"),
              FieldWithoutEffect::ofGateway),
          new Fields(List.of("/eastWest/addresses"), FieldWithoutEffect::ofAddresses),
          new Fields(
              List.of("/eastWest/service/loadBalancerIP", "/eastWest/service/loadBalancerClass"),
              facts -> unless(facts, "asks no load balancer", Exposure.LOAD_BALANCER)),
          new Fields(
              List.of("/eastWest/service/nodeSelector"),
              facts -> unless(facts, "counts no addresses of nodes", Exposure.NODE_PORT)),
          new Fields(
              List.of("/eastWest/service/annotations"),
              facts ->
                  unless(
                      facts,
                      "has no Service of ours",
                      Exposure.LOAD_BALANCER,
                      Exposure.NODE_PORT,
                      Exposure.EXTERNAL_IP)),
          new Fields(
              List.of("/id"),
              facts -> host(facts, "its istiod has the ID of the cluster that configures it")));

  @Override
  public String id() {
    return "field-without-effect";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Fields fields : ALL) {
      for (String path : fields.paths()) {
        check(mesh, path, fields.reason(), findings);
      }
    }
  }

  private static void check(MeshFacts mesh, String path, Reason reason, Findings findings) {
    boolean used = false;
    for (ClusterFacts facts : mesh.clusters()) {
      Pointer own = new Pointer(facts.cluster().at().value() + path);
      Optional<String> idle = reason.of(facts);
      used |= idle.isEmpty();
      if (idle.isPresent() && findings.isSaid(own)) {
        tell(own, path, idle.get(), findings);
      }
    }
    Pointer common = new Pointer(DEFAULTS + path);
    if (!used && findings.isSaid(common)) {
      mesh.clusters().stream()
          .flatMap(facts -> reason.of(facts).stream())
          .findFirst()
          .ifPresent(idle -> tell(common, path, idle, findings));
    }
  }

  private static void tell(Pointer at, String path, String reason, Findings findings) {
    findings.at(
        at,
        path.substring(1).replace('/', '.') + " changes nothing here: " + reason,
        "leave it out");
  }

  private static Optional<String> ofIstiod(ClusterFacts facts) {
    if (facts.cluster().isRemote()) {
      return Optional.of("nobody dials an istiod of the remote " + name(facts));
    }
    return host(facts, "clusters dial its istiod at external.host");
  }

  private static Optional<String> ofGateway(ClusterFacts facts) {
    return facts.isHost()
        ? host(facts, "the gateway in front of its istiod has a name and ports of its own")
        : unless(
            facts,
            "renders no gateway",
            Exposure.LOAD_BALANCER,
            Exposure.NODE_PORT,
            Exposure.EXTERNAL_IP,
            Exposure.HOST_PORT);
  }

  private static Optional<String> ofAddresses(ClusterFacts facts) {
    if (!facts.isHost()) {
      return ofGateway(facts);
    }
    return facts.cluster().eastWest().exposure() == Exposure.LOAD_BALANCER
        ? host(facts, "clusters dial external.host, and a load balancer is not told its address")
        : Optional.empty();
  }

  private static Optional<String> host(ClusterFacts facts, String reason) {
    return facts.isHost()
        ? Optional.of(name(facts) + " hosts a control plane, and " + reason)
        : Optional.empty();
  }

  private static Optional<String> unless(ClusterFacts facts, String reason, Exposure... useful) {
    Exposure exposure = facts.cluster().eastWest().exposure();
    return List.of(useful).contains(exposure)
        ? Optional.empty()
        : Optional.of("exposure " + exposure.word() + " of " + name(facts) + " " + reason);
  }

  private static String name(ClusterFacts facts) {
    return Words.quoted(facts.cluster().name());
  }
}
