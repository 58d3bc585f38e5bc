package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers end whatever happens, and leave nothing. */
@Conformance(Part.APISERVER)
class ApiServerTest {
  private static final int BLOCK = 5000;

  private static final String NAMESPACE =
      "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n%d\n---\n";

  private final Programs programs = Programs.found();

  @Test
  void nothingIsLeftOfAServer() throws IOException, InterruptedException {
    List<Path> before = folders();
    List<Integer> ports = ApiServer.freePorts();
    try (ApiServer server = ApiServer.launched(programs, ports)) {
      assertTrue(server.becomesReady(), server::lastWords);
      assertEquals("ok", server.kubectl().right("get", "--raw", "/readyz"));
    }
    for (int port : ports) {
      new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})).close();
    }
    assertEquals(before, folders());
  }

  @Test
  void whatAnEarlierRunLeftHarmsNothing() throws IOException, InterruptedException {
    Path left = Files.createDirectories(ApiServer.ROOT.resolve("server0/etcd/member/wal"));
    List<Path> before = folders();
    try (ApiServer server = ApiServer.start(programs)) {
      assertEquals("ok", server.kubectl().right("get", "--raw", "/readyz"));
    }
    assertEquals(before, folders());
    for (String name : List.of("", "..", "../..", "../../..")) {
      Files.delete(left.resolve(name).normalize());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aPortInUseIsTold(int which) throws IOException, InterruptedException {
    List<Path> before = folders();
    List<Integer> ports = new ArrayList<>(ApiServer.freePorts());
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      ports.set(which, taken.getLocalPort());
      try (ApiServer server = ApiServer.launched(programs, ports)) {
        assertFalse(server.becomesReady());
        assertTrue(server.lastWords().contains("address already in use"), server::lastWords);
      }
    }
    assertEquals(before, folders());
  }

  @Test
  void aServerThatDiesIsTold() throws IOException {
    List<Path> before = folders();
    Programs broken =
        new Programs(
            Tool.onPath("false").orElseThrow(),
            programs.apiServer(),
            programs.kubectl(),
            programs.go());
    String told =
        assertThrows(IllegalStateException.class, () -> ApiServer.start(broken)).getMessage();
    assertTrue(
        String.valueOf(told)
            .startsWith("no API server becomes ready\nfalse ended with exit code 1: "),
        told);
    assertEquals(before, folders());
  }

  @ParameterizedTest
  @ValueSource(strings = {"etcd", "kube-apiserver"})
  void aServerThatDiesWhileItIsAskedIsTold(String program)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> before = folders();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ApiServer server = ApiServer.start(programs)) {
      Kubectl kubectl = server.kubectl();
      Path pipe = kubectl.kubeconfig().resolveSibling("pipe");
      assertEquals(0, Tool.onPath("mkfifo").orElseThrow().run(pipe.toString()).exit());
      Future<String> asked =
          thread.submit(
              () -> {
                Executable create = () -> kubectl.right("create", "-f", pipe.toString());
                return assertThrows(AssertionError.class, create).toString();
              });
      try (OutputStream to = Files.newOutputStream(pipe)) {
        // kubectl begins with a first block of text
        to.write(("#" + "-".repeat(BLOCK) + "\n" + NAMESPACE.formatted(1)).getBytes(UTF_8));
        kubectl.right("wait", "--for=create", "--timeout=60s", "namespace/n1");
        kill(server, program);
        server.process("kube-apiserver").onExit().join();
        to.write(NAMESPACE.formatted(2).getBytes(UTF_8));
      }
      String told = asked.get();
      assertTrue(told.contains(program + " ended with exit code 137: "), told);
    } finally {
      thread.shutdown();
    }
    assertEquals(before, folders());
  }

  private static boolean runs(ProcessHandle process, String program) {
    return process.info().command().orElse("").endsWith(program);
  }

  private static void kill(ApiServer server, String program) {
    List<ProcessHandle> found =
        server.process(program).children().filter(child -> runs(child, program)).toList();
    assertEquals(1, found.size());
    found.forEach(ProcessHandle::destroyForcibly);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRunThatIsKilledLeavesNothing(boolean forcibly) throws IOException {
    List<Path> before = folders();
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = run.inputReader(UTF_8)) {
      assertEquals(StartedServer.READY, said.readLine());
      List<ProcessHandle> started = run.descendants().toList();
      assertTrue(started.stream().anyMatch(process -> runs(process, "kube-apiserver")));
      if (forcibly) {
        run.destroyForcibly();
      } else {
        run.destroy();
      }
      started.forEach(process -> process.onExit().join());
    }
    assertEquals(before, folders());
  }

  private static List<Path> folders() throws IOException {
    if (!Files.exists(ApiServer.ROOT)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(ApiServer.ROOT)) {
      return folders.sorted().toList();
    }
  }
}
