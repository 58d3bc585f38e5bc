package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that says what was proven; each class of the suite owns one chapter of it. */
final class Page {
  private static final Path FILE = Path.of("docs/conformance.md");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");
  private static final String ASKED = "Asked: ";

  private Page() {}

  /** Compares the chapter of that title with what was proven; -Dupdate=true writes it. */
  static void chapter(String title, Programs programs, List<String> lines)
      throws IOException, InterruptedException {
    String page = Files.readString(FILE);
    String head = "## " + title + "\n";
    int start = page.indexOf(head);
    assertTrue(start >= 0, FILE + " has no chapter " + title);
    int next = page.indexOf("\n## ", start);
    int end = next < 0 ? page.length() : next + 1;
    String proven = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("meshwright.update")) {
      String text = head + ASKED + versions(programs) + "\n\n" + proven;
      String rest = page.substring(end);
      Files.writeString(
          FILE, page.substring(0, start) + text + (rest.isEmpty() ? "" : "\n" + rest));
      return;
    }
    // another server may prove the same: the page then names the one that it was written with
    String written = page.substring(start + head.length(), end).replaceFirst(ASKED + ".*\n\n", "");
    assertEquals(proven.strip(), written.strip(), "./mvnw verify -Pconformance -Dupdate=true");
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
