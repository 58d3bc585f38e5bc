package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that is changed in place is told when it is rendered, and a promoted one is not. */
class ChangedRevisionTest {
  private static final String RULE = "revision-changed-in-place";
  private static final String CANARY =
      """
          canary:
            version: "1.31.0"
            revision: 1-31-0
            tags: [next]
      """;

  private final Path topology;
  private final Path output;
  private final String text;

  ChangedRevisionTest(@TempDir Path folder) throws IOException {
    TestMesh mesh = TestMesh.example("canary").copiedTo(folder.resolve("mesh"));
    topology = mesh.folder().resolve("topology.yaml");
    output = folder.resolve("output");
    text = mesh.text();
  }

  @Test
  void anotherRevisionWithoutACanaryIsAWarning() throws IOException {
    assertFalse(render(text.replace(CANARY, "")).err().contains(RULE));
    CapturedRun run = render(promoted());
    assertEquals(ExitCode.OK, run.code());
    assertTrue(
        run.err()
            .contains(
                "canary/eu1/control-plane/istio-operator-1-30-3.yaml:1:1: warning: the istiod of"
                    + " \"eu1\" changes from revision \"1-30-3\" to revision \"1-31-0\", which was"
                    + " not there as a canary before [revision-changed-in-place]"),
        run.err());
    assertTrue(run.err().contains("the istiod of \"us1\" changes"), run.err());
    assertFalse(render(promoted()).err().contains(RULE), "it is what lies there now");
  }

  @Test
  void aPromotedCanaryIsNone() throws IOException {
    render(text);
    CapturedRun run = render(promoted());
    assertEquals("", run.err());
  }

  @Test
  void aRevisionInThePlaceOfNoneIsAWarning() throws IOException {
    String none =
        text.replace(CANARY, "").replace("    revision: 1-30-3\n    tags: [stable]\n", "");
    render(none);
    CapturedRun run = render(text.replace(CANARY, ""));
    assertTrue(
        run.err().contains("\"eu1\" changes from the default revision to revision \"1-30-3\""),
        run.err());
  }

  @Test
  void anotherVersionOfTheSameRevisionIsNone() throws IOException {
    render(text);
    assertEquals("", render(text.replace("\"1.30.3\"", "\"1.30.4\"")).err());
  }

  private String promoted() {
    return text.replace(CANARY, "")
        .replace("version: \"1.30.3\"", "version: \"1.31.0\"")
        .replace("revision: 1-30-3", "revision: 1-31-0");
  }

  private CapturedRun render(String changed) throws IOException {
    Files.writeString(topology, changed);
    return CapturedRun.of("render", topology, "-o", output);
  }
}
