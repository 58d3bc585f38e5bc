package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.AddressesFor;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Addresses for callers of one network have callers there that are told them. */
public final class AddressesNotUsed implements LintRule {

  @Override
  public String id() {
    return "addresses-not-used";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Set<String> declared = Networks.names(mesh.topology());
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.isHost()) {
        continue; // field-without-effect
      }
      Set<String> known = new HashSet<>();
      for (AddressesFor other : facts.cluster().eastWest().addressesFor()) {
        if (!known.add(other.network())) {
          findings.at(
              other.at().child("network"),
              "network " + Words.quoted(other.network()) + " has other addresses already",
              "put all addresses for that network into one list");
        } else if (declared.contains(other.network()) && !isUsed(mesh, facts, other.network())) {
          tell(mesh, facts, other, findings);
        }
      }
    }
  }

  private static boolean isUsed(MeshFacts mesh, ClusterFacts gateway, String network) {
    return mesh.controlPlanes().stream()
            .anyMatch(primary -> isIn(primary, network) && primary.lists(gateway))
        || mesh.clusters().stream()
            .anyMatch(remote -> isIn(remote, network) && dials(remote, gateway));
  }

  private static boolean dials(ClusterFacts remote, ClusterFacts primary) {
    return remote.dials().map(dialled -> dialled.name()).equals(name(primary))
        && primary.cluster().istiod().host().isEmpty()
        && primary.cluster().istiod().addresses().isEmpty();
  }

  private static Optional<String> name(ClusterFacts facts) {
    return Optional.of(facts.cluster().name());
  }

  private static boolean isIn(ClusterFacts facts, String network) {
    return facts.cluster().network().equals(Optional.of(network));
  }

  private static void tell(
      MeshFacts mesh, ClusterFacts gateway, AddressesFor other, Findings findings) {
    String network = Words.quoted(other.network());
    boolean discovered =
        mesh.controlPlanes().stream().anyMatch(primary -> isIn(primary, other.network()));
    findings.at(
        other.at(),
        discovered
            ? "the istiods of network "
                + network
                + " read the addresses of the gateway of "
                + Words.quoted(gateway.cluster().name())
                + " from its Service, and use no others"
            : "no istiod of network "
                + network
                + " is told where gateways are: proxies there use what their istiod sees",
        discovered
            ? "set eastWest.discovery to static, and give eastWest.addresses for everybody else"
            : "leave it out, or give the addresses to the network that the istiod is in");
  }
}
