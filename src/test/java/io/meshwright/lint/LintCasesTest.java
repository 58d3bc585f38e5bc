package io.meshwright.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LintCasesTest {
  @TestFactory
  Stream<DynamicTest> rulesFindWhatTheCommentsSayAndNothingElse() throws IOException {
    return LintCase.all().stream()
        .map(
            lintCase ->
                DynamicTest.dynamicTest(
                    lintCase.toString(),
                    () ->
                        assertEquals(
                            String.join("\n", lintCase.expected()),
                            String.join("\n", lintCase.found()))));
  }

  @Test
  void badCasesExpectTheirRuleAndGoodOnesNothing() throws IOException {
    for (LintCase lintCase : LintCase.all()) {
      List<String> expected = lintCase.expected();
      if (lintCase.isGood()) {
        assertEquals(List.of(), expected, lintCase::toString);
      } else {
        String about = " " + lintCase.rule() + ": ";
        assertTrue(expected.stream().anyMatch(f -> f.contains(about)), lintCase::toString);
      }
    }
  }
}
