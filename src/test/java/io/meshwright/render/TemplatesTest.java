package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every template of the program obeys, so that the output format can keep its promise. */
class TemplatesTest {
  private static final Pattern FIRST_LINE = Pattern.compile("<#-- @see io\\.meshwright\\.\\S+ -->");

  /** An interpolation is a whole key or a whole value. */
  private static final Pattern ALONE =
      Pattern.compile(" *(- )*([^\"'${}]+: |\\$\\{[^}]+}: )?(\\$\\{[^}]+})(:( \\|| \\{}| \\[])?)?");

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\?no_esc|\\?eval|\\?interpret|\\?new|<#assign|<#noparse|<#noautoesc|\\t|\\r");

  private static final Pattern DIRECTIVE = Pattern.compile("<@(block|tree) [^<>]*/>");

  @Test
  void everyTemplateKeepsTheRules() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : templates()) {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !FIRST_LINE.matcher(lines.get(0)).matches()) {
        broken.add(file + ":1: must name its record: <#-- @see … -->");
      }
      for (int i = 1; i < lines.size(); i++) {
        if (breaksARule(lines.get(i))) {
          broken.add(file + ":" + (i + 1) + ": " + lines.get(i));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static boolean breaksARule(String line) {
    boolean glued = line.contains("${") && !line.contains("<#") && !ALONE.matcher(line).matches();
    boolean misplaced = line.contains("<@") && !DIRECTIVE.matcher(line).matches();
    return glued || misplaced || FORBIDDEN.matcher(line).find() || line.endsWith(" ");
  }

  private static List<Path> templates() throws IOException {
    Path folder = Path.of("templates");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".ftl")).sorted().toList();
    }
  }
}
