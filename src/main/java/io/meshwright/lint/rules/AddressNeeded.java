package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.ApiServer;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every address that a rendered field needs is given, if only as pending. */
public final class AddressNeeded implements LintRule {

  @Override
  public String id() {
    return "address-needed";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Set<String> asked = new HashSet<>();
    boolean ambient = mesh.topology().mesh().isAmbient(); // and has no remotes
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      if (!ambient && isNeeded(dialled)) {
        asked.add(dialled.cluster().name());
        boolean own = dialled.cluster().istiod().ownService();
        findings.at(
            own ? dialled.cluster().at().child("istiod") : addresses(dialled.cluster()),
            "nobody says at which address "
                + Words.list(dialled.remotes())
                + " reaches the istiod of "
                + Words.quoted(dialled.cluster().name()),
            (own ? "give " : "give eastWest.addresses, or ")
                + "istiod.host, or istiod.addresses; pending, if not known");
      }
    }
    for (ClusterFacts facts : mesh.clusters()) {
      if (isNeeded(mesh, facts) && !isRefused(mesh, facts) && asked.add(facts.cluster().name())) {
        findings.at(
            addresses(facts.cluster()),
            message(mesh, facts),
            "give eastWest.addresses; pending, if not known");
      }
    }
  }

  private static boolean isNeeded(DialledIstiod dialled) {
    EastWest eastWest = dialled.cluster().eastWest();
    if (dialled.cluster().istiod().ownService()) {
      return dialled.cluster().istiod().host().isEmpty()
          && dialled.cluster().istiod().addresses().isEmpty();
    }
    return dialled.throughGateway()
        && eastWest.addresses().isEmpty()
        && eastWest.exposure() != Exposure.NONE
        && eastWest.exposure() != Exposure.NODE_PORT;
  }

  private static boolean isNeeded(MeshFacts mesh, ClusterFacts facts) {
    EastWest eastWest = facts.cluster().eastWest();
    return facts.hasGateway()
        && (eastWest.exposure() == Exposure.EXTERNAL_IP || !listers(mesh, facts).isEmpty())
        && eastWest.addresses().isEmpty();
  }

  /** Whether another finding says that the cluster cannot be in this mesh, or be read by it. */
  private static boolean isRefused(MeshFacts mesh, ClusterFacts facts) {
    boolean ambient = mesh.topology().mesh().isAmbient();
    boolean release =
        !facts.version().since(IstioFeature.RENDERED_FORMS.since())
            || facts.has(IstioFeature.OWN_MESH_CONFIG) != mesh.has(IstioFeature.OWN_MESH_CONFIG)
            || (ambient && !facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS));
    ApiServer server = facts.cluster().apiServer();
    List<String> known = Primaries.names(mesh.topology());
    boolean unread =
        !facts.controlPlanes().stream().allMatch(one -> server.isReachableFrom(one.name()))
            || !known.containsAll(server.reachableFrom().orElse(List.of()));
    return release || unread;
  }

  /** Returns the clusters whose istiods must be told where the gateway is. */
  private static List<String> listers(MeshFacts mesh, ClusterFacts facts) {
    return mesh.controlPlanes().stream()
        .filter(primary -> primary.lists(facts))
        .map(primary -> primary.cluster().name())
        .toList();
  }

  private static String message(MeshFacts mesh, ClusterFacts facts) {
    String name = Words.quoted(facts.cluster().name());
    Exposure exposure = facts.cluster().eastWest().exposure();
    if (exposure == Exposure.EXTERNAL_IP || exposure == Exposure.HOST_PORT) {
      return "exposure " + exposure.word() + " of " + name + " needs an address";
    }
    if (!facts.hasStaticGateway()) {
      return "the istiod of "
          + Words.list(listers(mesh, facts))
          + " does not read the API server of "
          + name
          + ", and must be told where its gateway is";
    }
    return mesh.has(IstioFeature.NETWORK_LABELS)
        ? "discovery static of " + name + " needs an address"
        : "Istio "
            + mesh.topology().istio().version()
            + " discovers no gateways: that of "
            + name
            + " needs an address";
  }

  private static Pointer addresses(Cluster cluster) {
    return cluster.at().child("eastWest").child("addresses");
  }
}
