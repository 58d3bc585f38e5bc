package io.meshwright.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is done to several servers at the same time. */
final class AtOnce {
  private AtOnce() {}

  /**
   * What is done to one of them.
   *
   * @param <T> what stands for a server
   */
  interface Work<T> {
    void to(T item) throws IOException, InterruptedException;
  }

  /** Does it to all, waits for all, and fails as the first of them that fails. */
  static <T> void each(Collection<T> items, Work<T> work) throws IOException, InterruptedException {
    if (items.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(items.size());
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (T item : items) {
        all.add(
            () -> {
              work.to(item);
              return true;
            });
      }
      for (Future<Boolean> ended : threads.invokeAll(all)) {
        result(ended);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void result(Future<Boolean> ended) throws IOException, InterruptedException {
    try {
      ended.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(cause);
    }
  }
}
