package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a run must not skip, CONFORMANCE_REQUIRE names: {@code apiserver,istioctl}. */
class RequiredPartsTest {
  private static final String VARIABLE = "CONFORMANCE_REQUIRE";

  @Test
  @Tag(Conformance.TAG)
  void everyRequiredPartIsHere() {
    String required = Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
    List<String> missing = missing(required);
    assertTrue(missing.isEmpty(), () -> String.join("\n", missing));
  }

  @Test
  void aPartThatNobodyKnowsIsMissing() {
    List<String> known = Stream.of(Part.values()).map(Part::word).toList();
    assertEquals(
        List.of(VARIABLE + ": no part is called \"apiservers\"; they are " + known),
        missing("apiservers"));
  }

  @Test
  void whatIsNotNamedIsNotRequired() {
    assertEquals(List.of(), missing(""));
    assertEquals(List.of(), missing(" ,"));
  }

  private static List<String> missing(String required) {
    List<String> missing = new ArrayList<>();
    for (String word : required.split(",", -1)) {
      if (word.isBlank()) {
        continue;
      }
      Optional<Part> part =
          Stream.of(Part.values()).filter(each -> each.word().equals(word.strip())).findFirst();
      if (part.isPresent()) {
        part.orElseThrow().missing().forEach(reason -> missing.add(word.strip() + ": " + reason));
      } else {
        List<String> known = Stream.of(Part.values()).map(Part::word).toList();
        missing.add(VARIABLE + ": no part is called \"" + word.strip() + "\"; they are " + known);
      }
    }
    return missing;
  }
}
