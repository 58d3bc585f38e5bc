package io.meshwright.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an istioctl, to see what it makes of an operator.
 *
 * @param program the program
 * @param folder where its files may be
 */
record Generation(Path program, Path folder) {
  private static final Pattern LOG_LINE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT.*");

  /** The record of the values, which the charts write into ConfigMaps. */
  private static final Pattern RECORD =
      Pattern.compile("  (values|values\\.yaml|original-values|merged-values): .*");

  /**
   * What istioctl made of an operator.
   *
   * @param exit its exit code
   * @param out the manifests, sorted (1.6 gives those of a kind in any order), without the record
   *     of the values
   * @param error its complaint
   */
  record Run(int exit, String out, String error) {}

  Run run(Map<String, Object> spec) throws IOException, InterruptedException {
    Map<String, Object> operator = new LinkedHashMap<>();
    operator.put("apiVersion", "install.istio.io/v1alpha1");
    operator.put("kind", "IstioOperator");
    operator.put("spec", spec);
    Path file = folder.resolve("operator.yaml");
    Path out = folder.resolve("out");
    Path error = folder.resolve("error");
    Files.writeString(file, new JsonMapper().writeValueAsString(operator), UTF_8);
    Process process =
        new ProcessBuilder(program.toString(), "manifest", "generate", "-f", file.toString())
            .redirectOutput(out.toFile())
            .redirectError(error.toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> program + " does not end");
    return new Run(
        process.exitValue(),
        withoutRecord(Files.readAllLines(out, UTF_8)),
        Files.readString(error));
  }

  private static String withoutRecord(List<String> lines) {
    StringBuilder rest = new StringBuilder();
    List<String> manifests = new ArrayList<>();
    boolean inRecord = false;
    for (String line : lines) {
      inRecord =
          RECORD.matcher(line).matches()
              || (inRecord && (line.isBlank() || line.startsWith("    ")));
      if (line.equals("---")) {
        manifests.add(rest.toString().strip());
        rest.setLength(0);
      } else if (!inRecord && !LOG_LINE.matcher(line).matches()) {
        rest.append(line).append('\n');
      }
    }
    manifests.add(rest.toString().strip());
    Collections.sort(manifests);
    return String.join("\n---\n", manifests);
  }
}
