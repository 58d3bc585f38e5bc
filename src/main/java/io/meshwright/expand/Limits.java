package io.meshwright.expand;

import java.time.Duration;

/**
 * How much a run of istioctl may take: one that hangs, or never stops printing, is ended.
 *
 * @param time how long it may run
 * @param printed how many bytes it may print
 */
public record Limits(Duration time, long printed) {
  /** A run takes a second and prints a mebibyte; a hundred times as much is no istioctl. */
  public static final Limits STANDARD = new Limits(Duration.ofMinutes(2), 64L << 20);
}
