package io.meshwright.cli;

import io.meshwright.render.Renderer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Loads what every rendering needs late while the first thread reads and checks the topology: a
 * cold run is mostly the loading of classes.
 */
final class Warmup {
  private Warmup() {}

  /** Starts loading if the arguments name a command that renders. */
  static void start(String[] arguments) {
    if (arguments.length < 2 || arguments[1].equals(Options.HELP)) {
      return;
    }
    switch (arguments[0]) {
      case "render", "check", "lint", "graph" -> {
        Thread thread = new Thread(Warmup::load, "warm-up");
        thread.setDaemon(true);
        // what fails here fails again where it is needed, and is told there
        thread.setUncaughtExceptionHandler((failed, why) -> {});
        thread.start();
      }
      default -> {}
    }
  }

  private static void load() {
    Renderer unused = new Renderer();
    try {
      MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
