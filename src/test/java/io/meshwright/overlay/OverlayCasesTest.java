package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OverlayCasesTest {
  private static final String SEED = "seed";

  @TestFactory
  Stream<DynamicTest> findsWhatTheCommentsSayAndNothingElse() throws IOException {
    return OverlayCase.all().stream()
        .map(
            overlay ->
                DynamicTest.dynamicTest(
                    overlay.toString(),
                    () ->
                        assertEquals(
                            String.join("\n", overlay.expected()),
                            String.join("\n", overlay.found()))));
  }

  @Test
  void badCasesExpectTheirFindingAndGoodOnesNothing() throws IOException {
    for (OverlayCase overlay : OverlayCase.all()) {
      List<String> expected = overlay.expected();
      if (overlay.isGood()) {
        assertEquals(List.of(), expected, overlay::toString);
      } else if (!overlay.id().equals(SEED)) {
        String about = " " + overlay.id() + ": ";
        assertTrue(expected.stream().anyMatch(f -> f.contains(about)), overlay::toString);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> mendingOneLineTakesExactlyItsFindingAway() throws IOException {
    return OverlayCase.all().stream()
        .filter(overlay -> overlay.id().equals(SEED))
        .map(
            overlay ->
                DynamicTest.dynamicTest(
                    overlay.toString(),
                    () -> {
                      List<String> all = overlay.expected();
                      for (String finding : all) {
                        int line = Integer.parseInt(finding.substring(0, finding.indexOf(':')));
                        List<String> left =
                            all.stream().filter(other -> !other.equals(finding)).toList();
                        assertEquals(left, overlay.without(line).found(), finding);
                      }
                    }));
  }
}
