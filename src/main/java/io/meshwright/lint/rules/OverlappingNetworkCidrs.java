package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Network;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An address belongs to one network. */
public final class OverlappingNetworkCidrs implements LintRule {

  /** A range of a network. */
  private record Range(Cidr cidr, String text, Network network) {
    boolean overlaps(Range other) {
      return cidr.bits() == other.cidr().bits()
          && cidr.first().compareTo(other.cidr().last()) <= 0
          && other.cidr().first().compareTo(cidr.last()) <= 0;
    }
  }

  @Override
  public String id() {
    return "overlapping-network-cidrs";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<Range> earlier = new ArrayList<>();
    for (Network network : mesh.topology().networks()) {
      List<Range> own = new ArrayList<>();
      for (int i = 0; i < network.cidrs().size(); i++) {
        Optional<Cidr> cidr = Cidr.of(network.cidrs().get(i));
        if (cidr.isEmpty()) {
          continue;
        }
        Range range = new Range(cidr.get(), network.cidrs().get(i), network);
        own.add(range);
        Pointer at = network.at().child("cidrs").child(i);
        earlier.stream()
            .filter(range::overlaps)
            .findFirst()
            .ifPresent(first -> tell(range, first, at, findings));
      }
      earlier.addAll(own);
    }
  }

  private static void tell(Range range, Range first, Pointer at, Findings findings) {
    findings.at(
        at,
        Words.quoted(range.text())
            + " overlaps "
            + Words.quoted(first.text())
            + " of network "
            + Words.quoted(first.network().name()),
        "give each network ranges of its own: istiod takes an endpoint for one of both, nobody knows"
            + " which");
  }
}
