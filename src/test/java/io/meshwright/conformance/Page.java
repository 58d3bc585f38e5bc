package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that says what was proven; each class of the suite owns one chapter of it. */
final class Page {
  private static final Path FILE = Path.of("docs/conformance.md");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");
  private static final String ASKED = "Asked: ";
  private static final Pattern ROW = Pattern.compile("\\| 1\\.(\\d+) ");

  /** What a test says when the page does not say what the test found. */
  static final String HOW_TO_UPDATE = "./mvnw verify -Pconformance -Dupdate=true";

  private Page() {}

  /** Returns whether a run writes the page and does not compare it. */
  static boolean updates() {
    return Boolean.getBoolean("meshwright.update");
  }

  /** Compares the chapter of that title with what was proven; -Dupdate=true writes it. */
  static void chapter(String title, Programs programs, List<String> lines)
      throws IOException, InterruptedException {
    chapter(title, versions(programs), lines);
  }

  /** Compares the chapter of that title with what those programs, with their versions, proved. */
  static void chapter(String title, String asked, List<String> lines) throws IOException {
    String proven = String.join("\n", lines).stripTrailing() + "\n";
    if (updates()) {
      write(title, ASKED + asked + "\n\n" + proven);
      return;
    }
    // another server may prove the same: the page then names the one that it was written with
    String written = text(title).replaceFirst(ASKED + ".*\n\n", "");
    assertEquals(proven.strip(), written.strip(), HOW_TO_UPDATE);
  }

  /**
   * Returns the rows of a chapter's table by the minor of Istio that each starts with: those of a
   * run, and for minors that it did not try those that the page has.
   */
  static SortedMap<Integer, String> rows(String title, Map<Integer, String> run)
      throws IOException {
    SortedMap<Integer, String> rows = new TreeMap<>(run);
    for (String line : text(title).lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.lookingAt()) {
        rows.putIfAbsent(Integer.parseInt(row.group(1)), line);
      }
    }
    return rows;
  }

  /** Returns the text of a chapter. */
  static String text(String title) throws IOException {
    return Chapter.of(Files.readString(FILE), title).text();
  }

  /** Puts another text into a chapter. */
  static void write(String title, String text) throws IOException {
    String page = Files.readString(FILE);
    Chapter chapter = Chapter.of(page, title);
    String rest = page.substring(chapter.end());
    Files.writeString(
        FILE, page.substring(0, chapter.start()) + text + (rest.isEmpty() ? "" : "\n" + rest));
  }

  /**
   * A chapter in a page.
   *
   * @param text its text, without its head
   * @param start where its text begins
   * @param end where the next chapter begins, or the page ends
   */
  private record Chapter(String text, int start, int end) {
    static Chapter of(String page, String title) {
      String head = "## " + title + "\n";
      int place = page.indexOf(head);
      assertTrue(place >= 0, FILE + " has no chapter " + title);
      int start = place + head.length();
      int next = page.indexOf("\n## ", place);
      int end = next < 0 ? page.length() : next + 1;
      return new Chapter(page.substring(start, end), start, end);
    }
  }

  private static String versions(Programs programs) throws IOException, InterruptedException {
    return "kube-apiserver "
        + version(programs.apiServer().run("--version"))
        + ", etcd "
        + version(programs.etcd().run("--version"))
        + ", kubectl "
        + version(programs.kubectl().run("version", "--client"));
  }

  private static String version(Tool.Run run) {
    Matcher version = VERSION.matcher(run.out());
    assertTrue(version.find(), run::out);
    return version.group();
  }
}
