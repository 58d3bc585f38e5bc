package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.namer.NamerWrapper;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole text that a person sees, for each folder under {@code src/test/resources/errors}. */
class ErrorTextsTest {
  private static final Path CASES = Path.of("src/test/resources/errors");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAsApproved(String name, @TempDir Path output) {
    CapturedRun run =
        CapturedRun.of("render", CASES.resolve(name).resolve("topology.yaml"), "-o", output);

    Options options =
        new Options(QuietReporter.INSTANCE)
            .forFile()
            .withNamer(new NamerWrapper(() -> "terminal", () -> CASES.resolve(name) + "/"));
    Approvals.verify(run.all().replace(CASES.resolve(name) + "/", ""), options);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesNothing(String name, @TempDir Path output) throws IOException {
    CapturedRun.of("render", CASES.resolve(name).resolve("topology.yaml"), "-o", output);

    try (Stream<Path> left = Files.list(output)) {
      assertFalse(left.findAny().isPresent());
    }
  }

  @Test
  void aSecretIsNotShownInAnyForm() {
    Path topology = CASES.resolve("secret-in-a-value/topology.yaml");
    for (String format : ReportFormat.NAMES) {
      String text = CapturedRun.of("lint", "--format", format, topology).all();
      assertFalse(text.contains("eyJ"), text);
      assertFalse(text.contains("c3Nzc3Nz"), text);
    }
  }
}
