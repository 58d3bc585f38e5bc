package io.meshwright.conformance;

import java.io.IOException;

/** A run of its own that starts a server and never closes it: somebody kills it. */
final class StartedServer {
  static final String READY = "ready";

  private StartedServer() {}

  /** Says so when the server is ready, and waits for its end. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ApiServer server = ApiServer.start(Programs.found());
    server.kubectl().right("get", "--raw", "/readyz");
    System.out.println(READY);
    System.in.transferTo(System.out);
  }
}
