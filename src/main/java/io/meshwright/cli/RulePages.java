package io.meshwright.cli;

import java.util.List;
import java.util.Optional;

/** The page of each rule. */
final class RulePages {
  /** The build lists the pages here, one id a line, sorted. */
  private static final String INDEX = "rules/index.txt";

  private RulePages() {}

  /** Returns the ids of all rules, sorted. */
  static List<String> ids() {
    return Resource.text(INDEX).lines().filter(line -> !line.isEmpty()).sorted().toList();
  }

  /** Returns a rule's page, if there is such a rule. */
  static Optional<String> page(String id) {
    return ids().contains(id)
        ? Optional.of(Resource.text("rules/" + id + ".md"))
        : Optional.empty();
  }

  /** Returns a line for each rule: its id, and the title of its page. */
  static String list() {
    List<String> ids = ids();
    int width = ids.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append(id).append(" ".repeat(width - id.length() + 2));
      text.append(title(Resource.text("rules/" + id + ".md"), id)).append('\n');
    }
    return text.toString();
  }

  /** The first line of a page that says more than the id. */
  private static String title(String page, String id) {
    for (String line : page.lines().toList()) {
      String title = line.startsWith("# ") ? line.substring(2).strip() : line.strip();
      if (!title.isEmpty() && !title.equals(id)) {
        return title.startsWith(id + ": ") ? title.substring(id.length() + 2) : title;
      }
    }
    return "";
  }
}
