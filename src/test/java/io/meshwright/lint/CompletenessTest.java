package io.meshwright.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule is a class, a line in the list, a page, and cases. */
class CompletenessTest {
  private static final Path SOURCES = Path.of("src/main/java/io/meshwright");
  private static final Path PAGES = Path.of("src/main/resources/rules");
  private static final Path CASES = Path.of("src/test/resources/lint");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(-[a-z0-9]+)+)\"");
  private static final List<String> SECTIONS =
      List.of("## What", "## Why", "## Evidence", "## How to mend");

  @Test
  void everyRuleIsListedInOrder() throws IOException {
    List<String> listed =
        StandardRules.all().stream().map(rule -> rule.getClass().getSimpleName()).toList();
    List<String> written = new ArrayList<>();
    for (Path file : files(SOURCES.resolve("lint/rules"), ".java")) {
      if (Files.readString(file).contains(" implements LintRule ")) {
        written.add(stem(file));
      }
    }
    assertEquals(String.join("\n", new TreeSet<>(written)), String.join("\n", listed));
  }

  @Test
  void idsAreUniqueAndSayTheMistakeInKebabCase() {
    Set<String> seen = new HashSet<>();
    for (LintRule rule : StandardRules.all()) {
      assertTrue(ID.matcher(rule.id()).matches(), rule::id);
      assertTrue(seen.add(rule.id()), () -> rule.id() + " is the id of two rules");
    }
  }

  @Test
  void everyRuleHasAPage() {
    for (LintRule rule : StandardRules.all()) {
      assertTrue(Files.isRegularFile(PAGES.resolve(rule.id() + ".md")), rule::id);
    }
  }

  @Test
  void everyRuleHasABadAndAGoodCaseAndEveryCaseARule() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (LintRule rule : StandardRules.all()) {
      expected.add(rule.id() + " bad");
      expected.add(rule.id() + " good");
    }
    Set<String> found = new TreeSet<>();
    try (Stream<Path> cases = Files.walk(CASES)) {
      for (Path file : cases.filter(file -> CASES.relativize(file).getNameCount() == 2).toList()) {
        String kind = file.getFileName().toString().startsWith("good") ? " good" : " bad";
        found.add(CASES.relativize(file).getName(0) + kind);
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
  }

  /** The stages before and after the rules find things too; each id stands in their source. */
  @Test
  void everyPageBelongsToAnIdAndHasItsSections() throws IOException {
    Set<String> literals = new HashSet<>();
    for (Path file : files(SOURCES, ".java")) {
      Matcher literal = LITERAL.matcher(Files.readString(file));
      while (literal.find()) {
        literals.add(literal.group(1));
      }
    }
    for (Path page : files(PAGES, ".md")) {
      assertTrue(literals.contains(stem(page)), () -> page + " is about no finding");
      List<String> lines = Files.readAllLines(page);
      assertEquals("# " + stem(page), lines.get(0), page::toString);
      assertTrue(
          lines.get(1).isEmpty() && lines.get(2).matches("[A-Z].*[^.]"),
          () -> page + " does not say in its third line, without a full stop, what was found");
      assertEquals(
          SECTIONS, lines.stream().filter(line -> line.startsWith("## ")).toList(), page::toString);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
