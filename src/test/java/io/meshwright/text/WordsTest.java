package io.meshwright.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void showsNothingThatMovesTheCursor() {
    assertEquals("\"a\\n\\u001B[31mb\\u202E\"", Words.quoted("a\n\u001B[31mb\u202E"));
  }

  @Test
  void cutsWhatIsTooLong() {
    assertEquals("\"" + "x".repeat(24) + "…\"", Words.quoted("x".repeat(61)));
    assertEquals("\"" + "x".repeat(60) + "\"", Words.quoted("x".repeat(60)));
  }

  @Test
  void namesTheFirstFewOfMany() {
    assertEquals("a, b", Words.list(List.of("a", "b")));
    assertEquals("c, c, c, c, c, c, c, c and 992 more", Words.list(Collections.nCopies(1000, "c")));
  }
}
