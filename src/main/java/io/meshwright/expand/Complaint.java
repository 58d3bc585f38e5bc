package io.meshwright.expand;

import io.meshwright.secret.SecretScanner;
import io.meshwright.secret.SecretSpan;
import java.util.ArrayList;
import java.util.List;

/** What a program wrote to its error stream, made fit for a message. */
final class Complaint {
  private static final int LINES = 3;
  private static final int LONGEST_LINE = 200;
  private static final int MOST_SECRETS = 100;

  private Complaint() {}

  /**
   * Returns its last lines as one, without any secret.
   *
   * @param folder the folder that the program ran in, whose name means nothing to anybody
   */
  static String of(String text, String folder) {
    List<String> lines = new ArrayList<>();
    for (String line : withoutSecrets(text).replace(folder + "/", "").lines().toList()) {
      if (!line.isBlank()) {
        lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
      }
    }
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return String.join(" | ", last.stream().map(String::strip).toList());
  }

  private static String withoutSecrets(String text) {
    List<SecretSpan> secrets = SecretScanner.find(text);
    if (secrets.size() >= MOST_SECRETS) {
      return "[secrets]";
    }
    StringBuilder clean = new StringBuilder();
    int from = 0;
    for (SecretSpan secret : secrets) {
      clean.append(text, from, secret.start()).append("[secret]");
      from = secret.end();
    }
    return clean.append(text, from, text.length()).toString();
  }
}
