package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much is left to do by hand for each example; a new step is a decision. */
class StepsOfExamplesTest {
  private static final Map<String, Integer> STEPS =
      Map.ofEntries(
          Map.entry("ambient", 3),
          Map.entry("argocd", 0),
          Map.entry("canary", 9),
          Map.entry("external-control-plane", 7),
          Map.entry("flux", 0),
          Map.entry("helm", 8),
          Map.entry("kubernetes-gateway", 5),
          Map.entry("local-istiod", 2),
          Map.entry("mixed", 5),
          Map.entry("multi-primary", 3),
          Map.entry("multi-primary-one-network", 2),
          Map.entry("primary-remote", 5),
          Map.entry("primary-remote-one-network", 3),
          Map.entry("seed", 4),
          Map.entry("single-network", 4),
          Map.entry("static-networks", 3));

  @Test
  void noneMoreThanIsSaid() throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    for (TestMesh example : TestMesh.examples()) {
      counted.put(example.toString(), example.rendered().manualSteps().size());
    }
    assertEquals(new TreeMap<>(STEPS), counted);
  }
}
