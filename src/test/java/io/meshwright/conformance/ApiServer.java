package io.meshwright.conformance;

import io.meshwright.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A real API server with an etcd of its own, on loopback; nothing of it is left when closed. */
final class ApiServer implements AutoCloseable {
  /** Where running servers have their folders. */
  static final Path ROOT = Path.of("target", "conformance");

  private static final int RETRIES = 2;
  private static final int POLLS = 600;
  private static final int POLL_MILLISECONDS = 100;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int PORTS = 3;
  private static final int KEY_BITS = 2048;

  private final Scratch scratch;
  private final Path folder;
  private final List<Supervised> processes = new ArrayList<>();
  private final Kubectl kubectl;

  private ApiServer(Scratch scratch, Programs programs) {
    this.scratch = scratch;
    this.folder = scratch.path();
    Path kubeconfig = folder.resolve("kubeconfig.yaml");
    this.kubectl = new Kubectl(programs.kubectl(), kubeconfig, this::obituary);
  }

  /** Starts a server and waits until it is ready. */
  static ApiServer start(Programs programs) throws IOException, InterruptedException {
    return start(programs, 1).get(0);
  }

  /** Starts that many servers at once; where another took a port meanwhile, once more. */
  static List<ApiServer> start(Programs programs, int count)
      throws IOException, InterruptedException {
    List<ApiServer> servers = new ArrayList<>();
    boolean ready = false;
    try {
      for (int i = 0; i < count; i++) {
        servers.add(launched(programs, freePorts()));
      }
      for (int i = 0; i < count; i++) {
        for (int left = RETRIES; !servers.get(i).becomesReady(); left--) {
          servers.set(i, anew(servers.get(i), programs, left));
        }
      }
      ready = true;
      return servers;
    } finally {
      if (!ready) {
        closeAll(servers);
      }
    }
  }

  /** Closes every one, also where closing another fails. */
  static void closeAll(List<ApiServer> servers) throws IOException {
    if (servers.isEmpty()) {
      return;
    }
    try {
      servers.get(0).close();
    } finally {
      closeAll(servers.subList(1, servers.size()));
    }
  }

  /** Puts another server in the place of one whose port somebody took; else fails. */
  private static ApiServer anew(ApiServer server, Programs programs, int left) throws IOException {
    String words = server.lastWords();
    server.close();
    if (left == 0 || !words.contains("address already in use")) {
      throw new IllegalStateException("no API server becomes ready\n" + words);
    }
    return launched(programs, freePorts());
  }

  /** Launches a server at {@code ports}: etcd's two, then its own. */
  static ApiServer launched(Programs programs, List<Integer> ports) throws IOException {
    ApiServer server = new ApiServer(Scratch.in(ROOT), programs);
    boolean launched = false;
    try {
      server.launch(programs, ports);
      launched = true;
      return server;
    } finally {
      if (!launched) {
        server.close();
      }
    }
  }

  private void launch(Programs programs, List<Integer> ports) throws IOException {
    String etcd = "http://127.0.0.1:" + ports.get(0);
    String peers = "http://127.0.0.1:" + ports.get(1);
    String token = token();
    Files.writeString(folder.resolve("tokens.csv"), token + ",admin,admin,system:masters\n");
    Files.writeString(folder.resolve("accounts.pem"), privateKey());
    Files.writeString(
        folder.resolve("kubeconfig.yaml"), kubeconfig("https://127.0.0.1:" + ports.get(2), token));
    start(
        programs.etcd(),
        "--data-dir=" + folder.resolve("etcd"),
        "--unsafe-no-fsync",
        "--listen-client-urls=" + etcd,
        "--advertise-client-urls=" + etcd,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
    start(
        programs.apiServer(),
        "--etcd-servers=" + etcd,
        "--bind-address=127.0.0.1",
        "--advertise-address=192.0.2.10",
        "--secure-port=" + ports.get(2),
        "--cert-dir=" + folder,
        "--token-auth-file=" + folder.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + folder.resolve("accounts.pem"),
        "--service-account-signing-key-file=" + folder.resolve("accounts.pem"),
        "--service-cluster-ip-range=10.96.0.0/16",
        "--endpoint-reconciler-type=none");
    // without etcd it would answer late, and never with the reason
    CompletableFuture<Void> unused =
        processes.get(0).process().onExit().thenRun(processes.get(1)::end);
  }

  private void start(Tool program, String... arguments) throws IOException {
    Path log = folder.resolve(program.file().getFileName() + ".log");
    processes.add(Supervised.start(program.file(), log, List.of(arguments)));
  }

  /** Returns whether it answers, and not that one of its programs has ended. */
  boolean becomesReady() throws IOException, InterruptedException {
    for (int poll = 0; poll < POLLS; poll++) {
      for (Supervised process : processes) {
        if (process.endsWithin(POLL_MILLISECONDS / processes.size())) {
          return false;
        }
      }
      if (Files.exists(folder.resolve("apiserver.crt"))
          && kubectl.run("get", "--raw", "/readyz").out().equals("ok")) {
        return true;
      }
    }
    return false;
  }

  /** Returns what its programs printed last. */
  String lastWords() {
    return String.join("\n", processes.stream().map(Supervised::lastWords).toList());
  }

  /** Returns what ended of it, with its last words; nothing while all runs. */
  private String obituary() {
    return String.join(
        "\n",
        processes.stream()
            .filter(process -> !process.process().isAlive())
            .map(Supervised::lastWords)
            .toList());
  }

  /** Returns the shell that watches over one of its programs. */
  Process process(String program) {
    return processes.stream()
        .filter(process -> process.name().equals(program))
        .findFirst()
        .orElseThrow()
        .process();
  }

  Kubectl kubectl() {
    return kubectl;
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Supervised::close);
    scratch.close();
  }

  /** Returns ports that were free at the same moment. */
  static List<Integer> freePorts() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int i = 0; i < PORTS; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK));
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
    return ports;
  }

  private static String token() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      String type = "PRIVATE KEY-----\n";
      return "-----BEGIN "
          + type
          + Base64.getMimeEncoder().encodeToString(key)
          + "\n-----END "
          + type;
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  private static String kubeconfig(String server, String token) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: server
          cluster:
            server: %s
            certificate-authority: apiserver.crt
        users:
        - name: admin
          user:
            token: %s
        contexts:
        - name: admin
          context:
            cluster: server
            user: admin
        current-context: admin
        """
        .formatted(server, token);
  }
}
