package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The laboratory of {@code src/conformance/lab}: one world of clusters at a time, which goes when
 * it is closed, and also when this JVM ends in any way.
 */
final class Lab implements AutoCloseable {
  private static final Path SCRIPTS = Path.of("src", "conformance", "lab");
  private static final int MINUTES = 12;

  /** Takes the world down when nobody holds the other end of standard input any more. */
  private static final String WATCH =
      """
      trap '' HUP INT TERM
      read -r _
      exec python3 -B "$1" down "$2" >"$3" 2>&1
      """;

  private final Path folder;
  private final Path logs;
  private final Process watch;

  private Lab(Path folder, Path logs, Process watch) {
    this.folder = folder;
    this.logs = logs;
    this.watch = watch;
  }

  /** Returns what the machine lacks and how it gets it, a sentence each. */
  static List<String> missing() {
    if (Tool.onPath("python3").isEmpty()) {
      return List.of("python3 is not on the PATH, which runs the laboratory");
    }
    try {
      return ask("missing").lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Returns its programs with their versions. */
  static String versions() throws IOException, InterruptedException {
    return ask("versions").strip();
  }

  /** Opens it, without a world yet; what an earlier run left is taken down first. */
  static Lab open() throws IOException, InterruptedException {
    Path folder = ApiServer.ROOT.resolve("lab").toAbsolutePath();
    Path logs = ApiServer.ROOT.resolve("lab-logs").toAbsolutePath();
    ask("down", folder.toString());
    delete(folder);
    delete(logs);
    Files.createDirectories(folder);
    Files.createDirectories(logs);
    List<String> command =
        List.of(
            "sh",
            "-c",
            WATCH,
            "sh",
            SCRIPTS.resolve("lab.py").toString(),
            folder.toString(),
            logs.resolve("end.log").toString());
    return new Lab(folder, logs, new ProcessBuilder(command).start());
  }

  /** Returns the addresses that a world will have; each of {@code clusters} is name=network. */
  JsonNode addresses(List<String> clusters) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(ask(command("addresses", clusters)));
  }

  /** Ends the world that there is, and starts another. */
  void become(List<String> clusters) throws IOException, InterruptedException {
    run("down", command("down", List.of()));
    run("up", command("up", clusters));
  }

  /** Installs what {@code spec} says, sends requests, and returns the verdict. */
  JsonNode judge(JsonNode spec) throws IOException, InterruptedException {
    Path file = Files.writeString(logs.resolve("spec.json"), spec.toString());
    Path verdict = logs.resolve("verdict.json");
    Files.deleteIfExists(verdict);
    List<String> arguments =
        List.of(
            script("judge.py"), folder.toString(), file.toString(), "--json", verdict.toString());
    Path log = logs.resolve("judge.log");
    supervise(log, arguments);
    assertTrue(Files.exists(verdict), () -> read(log));
    return JsonMapper.shared().readTree(Files.readString(verdict));
  }

  /** Installs what {@code spec} says, and returns what istiods make of an ambient mesh. */
  JsonNode ambient(JsonNode spec) throws IOException, InterruptedException {
    Path file = Files.writeString(logs.resolve("spec.json"), spec.toString());
    Path seen = logs.resolve("ambient.json");
    Files.deleteIfExists(seen);
    Path log = logs.resolve("ambient.log");
    List<String> arguments =
        List.of(script("ambient.py"), folder.toString(), file.toString(), seen.toString());
    assertEquals(0, supervise(log, arguments), () -> read(log));
    return JsonMapper.shared().readTree(Files.readString(seen));
  }

  /** Returns what the judge said in words. */
  String words() {
    return read(logs.resolve("judge.log"));
  }

  @Override
  public void close() throws IOException {
    watch.getOutputStream().close();
    watch.onExit().join();
    assertEquals(0, watch.exitValue(), () -> read(logs.resolve("end.log")));
    // it holds keys
    delete(folder);
  }

  private List<String> command(String name, List<String> clusters) {
    List<String> command = new ArrayList<>(List.of(name, folder.toString()));
    command.addAll(clusters);
    return command;
  }

  private void run(String name, List<String> command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(script("lab.py")));
    arguments.addAll(command);
    Path log = logs.resolve(name + ".log");
    assertEquals(0, supervise(log, arguments), () -> read(log));
  }

  /** Runs a script that ends when this JVM does, and returns its exit code. */
  private static int supervise(Path log, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> python = new ArrayList<>(List.of("-B"));
    python.addAll(arguments);
    Path program = Tool.onPath("python3").orElseThrow().file();
    try (Supervised script = Supervised.start(program, log, python)) {
      assertTrue(
          script.endsWithin(TimeUnit.MINUTES.toMillis(MINUTES)),
          () -> arguments + " does not end\n" + read(log));
      return script.process().exitValue();
    }
  }

  private static String ask(String... arguments) throws IOException, InterruptedException {
    return ask(List.of(arguments));
  }

  private static String ask(List<String> arguments) throws IOException, InterruptedException {
    List<String> python = new ArrayList<>(List.of("-B", script("lab.py")));
    python.addAll(arguments);
    Tool.Run run = Tool.onPath("python3").orElseThrow().run(python.toArray(String[]::new));
    assertEquals(0, run.exit(), run::error);
    return run.out();
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "nothing was printed";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
