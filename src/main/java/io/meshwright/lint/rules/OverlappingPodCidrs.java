package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In one network no two clusters give one address to their pods. */
public final class OverlappingPodCidrs implements LintRule {

  @Override
  public String id() {
    return "overlapping-pod-cidrs";
  }

  private record Range(Cidr cidr, String text, Cluster cluster, int order, Pointer at) {
    private static final Comparator<Range> OUTER_FIRST =
        Comparator.comparing((Range range) -> range.cidr().first())
            .thenComparing(range -> range.cidr().last(), Comparator.reverseOrder())
            .thenComparing(Range::order);

    boolean holds(Range other) {
      return cidr.last().compareTo(other.cidr().first()) >= 0;
    }
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, List<Range>> spaces = new LinkedHashMap<>();
    int order = 0;
    for (Cluster cluster : mesh.topology().clusters()) {
      for (int i = 0; i < cluster.podCidrs().size() && cluster.network().isPresent(); i++) {
        String text = cluster.podCidrs().get(i);
        Pointer at = cluster.at().child("kubernetes").child("podCidrs").child(i);
        Optional<Cidr> cidr = Cidr.of(text);
        if (cidr.isPresent()) {
          spaces
              .computeIfAbsent(
                  cidr.get().bits() + cluster.network().get(), space -> new ArrayList<>())
              .add(new Range(cidr.get(), text, cluster, order++, at));
        }
      }
    }
    spaces.values().forEach(space -> check(space, findings));
  }

  /** Walks the ranges by their start; those that hold the current one are on the stack. */
  private static void check(List<Range> space, Findings findings) {
    space.sort(Range.OUTER_FIRST);
    Deque<Range> holding = new ArrayDeque<>();
    for (Range range : space) {
      while (!holding.isEmpty() && !holding.peek().holds(range)) {
        holding.pop();
      }
      holding.stream()
          .filter(outer -> !outer.cluster().name().equals(range.cluster().name()))
          .findFirst()
          .ifPresent(outer -> tell(outer, range, findings));
      holding.push(range);
    }
  }

  private static void tell(Range one, Range other, Findings findings) {
    Range first = one.order() < other.order() ? one : other;
    Range later = one.order() < other.order() ? other : one;
    findings.at(
        later.at(),
        Words.quoted(later.text())
            + " overlaps "
            + Words.quoted(first.text())
            + " of cluster "
            + Words.quoted(first.cluster().name())
            + " in the same network",
        "give the clusters different ranges, or put them in different networks");
  }
}
