package io.meshwright.output;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Runs the same step for many clusters, on all cores where it is worth starting threads. */
public final class InParallel {
  private static final int WORTH_IT = 32;

  private InParallel() {}

  /** One step for one thing, which the disk may refuse. */
  public interface Step<T> {
    void run(T thing) throws IOException;
  }

  /**
   * Runs {@code step} for each of {@code things}, and returns when no step runs any more.
   *
   * @throws IOException the first failure in the order of the list
   */
  public static <T> void each(List<T> things, Step<T> step) throws IOException {
    if (things.size() < WORTH_IT) {
      for (T thing : things) {
        step.run(thing);
      }
      return;
    }
    AtomicReferenceArray<IOException> failures = new AtomicReferenceArray<>(things.size());
    IntStream.range(0, things.size())
        .parallel()
        .forEach(
            index -> {
              try {
                step.run(things.get(index));
              } catch (IOException e) {
                failures.set(index, e);
              }
            });
    for (int i = 0; i < things.size(); i++) {
      IOException failure = failures.get(i);
      if (failure != null) {
        throw failure;
      }
    }
  }
}
