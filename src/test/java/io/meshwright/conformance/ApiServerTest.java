package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Servers end whatever happens, and leave nothing. */
@Conformance(Part.APISERVER)
class ApiServerTest {
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
  void aPortInUseIsTold() throws IOException, InterruptedException {
    List<Path> before = folders();
    List<Integer> ports = new ArrayList<>(ApiServer.freePorts());
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      ports.set(0, taken.getLocalPort());
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
    assertTrue(String.valueOf(told).startsWith("no API server becomes ready\nfalse: "), told);
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
