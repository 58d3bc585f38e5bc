package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between clusters: an HTTP proxy on loopback, at which an address that a topology may
 * name is a server on loopback, which no topology may name.
 */
final class Road implements AutoCloseable {
  private static final int WAITING = 50;
  private static final String END = "\r\n\r\n";

  private final Map<String, Integer> ports;
  private final ServerSocket door;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Road(Map<String, Integer> ports, ServerSocket door) {
    this.ports = ports;
    this.door = door;
  }

  /** Opens the road to {@code ports} on loopback, each by its {@code host:port} elsewhere. */
  static Road to(Map<String, Integer> ports) throws IOException {
    Road road = new Road(ports, new ServerSocket(0, WAITING, loopback()));
    road.threads.execute(road::serve);
    return road;
  }

  /** Returns the proxy's URL. */
  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private void serve() {
    try {
      while (!door.isClosed()) {
        Socket from = door.accept();
        sockets.add(from);
        threads.execute(() -> connect(from));
      }
    } catch (IOException closed) {
      // the road ends
    }
  }

  private void connect(Socket from) {
    try (from) {
      Optional<Integer> port = Optional.ofNullable(ports.get(asked(from.getInputStream())));
      if (port.isEmpty()) {
        answer(from, "502 no such host");
        return;
      }
      try (Socket to = new Socket(loopback(), port.orElseThrow())) {
        sockets.add(to);
        answer(from, "200 OK");
        threads.execute(() -> pass(to, from));
        pass(from, to);
      } catch (IOException refused) {
        answer(from, "502 connection refused");
      }
    } catch (IOException closed) {
      // one of both has gone
    }
  }

  /** Returns the {@code host:port} to which a client wants to be connected. */
  private static String asked(InputStream from) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = from.read(); next >= 0; next = from.read()) {
      head.append((char) next);
      if (head.indexOf(END) >= 0) {
        return head.toString().split(" ", -1)[1];
      }
    }
    return "";
  }

  private static void answer(Socket from, String status) throws IOException {
    from.getOutputStream().write(("HTTP/1.1 " + status + END).getBytes(ISO_8859_1));
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException closed) {
      // one of both has gone
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
