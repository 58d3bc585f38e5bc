package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real API server takes every pinned definition, so that a pin is known to work. */
@Conformance(Part.APISERVER)
class DefinitionsTest {
  private final Programs programs = Programs.found();

  @Test
  void everyPinIsTakenAndServed() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "A server takes every definition of the modules in `src/conformance/definitions.sum`, one"
            + " release of Istio's over the other,\nand says of each that it is established. Go"
            + " brings the modules; a hash that differs fails.\n");
    lines.add("| module | definitions |");
    lines.add("|---|---|");
    try (ApiServer server = ApiServer.start(programs)) {
      for (Definitions.Module module : Definitions.pinned()) {
        List<String> names = server.kubectl().define(Definitions.of(programs, module));
        assertFalse(names.isEmpty(), module::toString);
        lines.add("| %s | %d |".formatted(module, names.size()));
      }
    }
    Page.chapter("Definitions of resources", programs, lines);
  }
}
