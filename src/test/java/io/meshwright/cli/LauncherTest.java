package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in an installation of its own, with a Java that only tells its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private Path temporary;
  private Path home;
  private Path java;
  private Path jar;

  @BeforeEach
  void install(@TempDir Path folder) throws IOException {
    temporary = folder.toRealPath();
    home = Files.createDirectories(temporary.resolve("an installation"));
    for (String script : List.of("meshwright", "render")) {
      Files.createDirectories(home.resolve("bin"));
      script(home.resolve("bin/" + script), Files.readString(Path.of("bin", script)));
    }
    jar = Files.createDirectories(home.resolve("target")).resolve("meshwright.jar");
    Files.writeString(jar, "");
    java = javaOf("17.0.1");
  }

  @Test
  void passesTheArgumentsOn() throws Exception {
    Finished run = run(home.resolve("bin/meshwright"), Map.of(), "a b", "", "*", "-o", "c");

    assertEquals(0, run.code, run.err);
    List<String> told = run.out.lines().toList();
    int start = told.indexOf("-jar");
    assertEquals(
        List.of("-jar", jar.toString(), "a b", "", "*", "-o", "c"),
        told.subList(start, told.size()));
  }

  @Test
  void renderIsTheCommandRender() throws Exception {
    assertTrue(run(home.resolve("bin/render"), Map.of(), "x").out.endsWith("\nrender\nx\n"));
  }

  @Test
  void worksThroughChainsOfLinks() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("some links/deep"));
    Path absolute = Files.createSymbolicLink(links.resolve("one"), home.resolve("bin/render"));
    Path relative = Files.createSymbolicLink(links.resolveSibling("two"), Path.of("deep/one"));

    for (Path link : List.of(absolute, relative)) {
      Finished run = run(link, Map.of(), "x");
      assertTrue(run.out.endsWith("-jar\n" + jar + "\nrender\nx\n"), run.out + run.err);
    }
  }

  @Test
  void usesTheArchiveOfThisVeryJavaOnly() throws Exception {
    Path archive = Files.writeString(home.resolve("target/meshwright.jsa"), "");
    Path madeBy = home.resolve("target/meshwright.jsa.java");

    Files.writeString(madeBy, java + "\n17.0.1\n0\n");
    assertTrue(out().contains("-XX:SharedArchiveFile=" + archive + "\n"));
    Files.writeString(madeBy, java + "\n17.0.2\n0\n");
    assertFalse(out().contains("SharedArchiveFile"));
    Files.writeString(madeBy, "/elsewhere\n17.0.1\n0\n");
    assertFalse(out().contains("SharedArchiveFile"));
    Files.writeString(madeBy, java + "\n17.0.1\n1\n");
    assertFalse(out().contains("SharedArchiveFile"));
    Files.writeString(madeBy, "");
    assertFalse(out().contains("SharedArchiveFile"));
  }

  @Test
  void newJavasCallTheArchiveACache() throws Exception {
    java = javaOf("25.0.3");
    Path archive = Files.writeString(home.resolve("target/meshwright.jsa"), "");
    Files.writeString(home.resolve("target/meshwright.jsa.java"), java + "\n25.0.3\n0\n");

    assertTrue(out().contains("-XX:AOTCache=" + archive + "\n"));
  }

  @Test
  void refusesAnOldJava() throws Exception {
    java = javaOf("11.0.2");
    Finished run = run(home.resolve("bin/meshwright"), Map.of());

    assertEquals(2, run.code);
    assertTrue(run.err.contains("is Java 11.0.2, and 17 or later is needed"), run.err);
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Path nowhere = temporary.resolve("nowhere");
    Finished run = run(home.resolve("bin/meshwright"), Map.of("JAVA_HOME", nowhere.toString()));

    assertEquals(2, run.code);
    assertTrue(run.err.contains("JAVA_HOME is " + nowhere), run.err);
  }

  @Test
  void aLocaleThatMayNotBeInstalledIsNotAskedFor() throws Exception {
    script(java.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");

    for (String locale : List.of("", "C", "POSIX", "tr_TR.UTF-8", "de_DE.utf8")) {
      Finished run = run(home.resolve("bin/meshwright"), Map.of("LC_ALL", "", "LANG", locale));
      assertEquals("C.UTF-8\n", run.out, locale);
    }
    Finished other = run(home.resolve("bin/meshwright"), Map.of("LC_ALL", "de_DE.ISO-8859-1"));
    assertEquals("de_DE.ISO-8859-1\n", other.out);
  }

  @Test
  void refusesAWorkingFolderThatIsGone() throws Exception {
    Path script = temporary.resolve("from-nowhere");
    script(script, "#!/bin/sh\nmkdir gone && cd gone && rmdir ../gone && exec \"$@\"\n");
    Finished run = run(script, Map.of(), home.resolve("bin/meshwright").toString());

    assertEquals(2, run.code);
    assertTrue(run.err.contains("the working folder does not exist any more"), run.err);
  }

  @Test
  void refusesAPathThatJavaCannotRead() throws Exception {
    Path colon = temporary.resolve("a:b");
    Files.move(home, colon);
    Finished run = run(colon.resolve("bin/meshwright"), Map.of());

    assertEquals(2, run.code);
    assertTrue(run.err.contains("has a colon"), run.err);
  }

  @Test
  void buildsAMissingJarAndSaysSo() throws Exception {
    Files.delete(jar);
    script(
        home.resolve("mvnw"), "#!/bin/sh\necho \"built by $PWD: $*\"\n: >target/meshwright.jar\n");
    Finished run = run(home.resolve("bin/meshwright"), Map.of(), "x");

    assertTrue(run.err.startsWith("meshwright: " + jar + " is missing, building it"), run.err);
    assertTrue(run.err.contains("built by " + home + ": -q -B -DskipTests package"), run.err);
    assertTrue(run.out.endsWith("\nx\n"), run.out);
  }

  @Test
  void saysThatTheBuildFailed() throws Exception {
    Files.delete(jar);
    script(home.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
    Finished run = run(home.resolve("bin/meshwright"), Map.of(), "x");

    assertEquals(3, run.code);
    assertEquals("", run.out);
    assertTrue(run.err.contains("the build failed"), run.err);
  }

  @Test
  void withoutATerminalThereAreNoColors() throws Exception {
    assertTrue(out().contains("-Dmeshwright.colors=\n"));
  }

  private String out() throws Exception {
    return run(home.resolve("bin/meshwright"), Map.of()).out;
  }

  private record Finished(int code, String out, String err) {}

  private Finished run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Finished(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private Path javaOf(String version) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("a java " + version));
    Files.createDirectories(folder.resolve("bin"));
    script(folder.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.writeString(
        folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
