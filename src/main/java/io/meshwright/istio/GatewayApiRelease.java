package io.meshwright.istio;

import java.util.List;
import java.util.OptionalInt;

/** Which definitions of the Kubernetes Gateway API a release of Istio is made for. */
public final class GatewayApiRelease {
  private static final int FIRST = 24;

  /** The minors of Gateway API 1.x in go.mod of Istio 1.24.6, 1.25.5, 1.26.8, … 1.31.0-rc.0. */
  private static final List<Integer> MINORS = List.of(2, 2, 3, 3, 4, 4, 5, 6);

  private GatewayApiRelease() {}

  /**
   * Returns the minor of Gateway API 1.x, for a newer Istio that of the newest known one; empty for
   * an Istio before {@code 1.24}.
   */
  public static OptionalInt minor(IstioVersion version) {
    int place = Math.min(version.minor() - FIRST, MINORS.size() - 1);
    return place >= 0 ? OptionalInt.of(MINORS.get(place)) : OptionalInt.empty();
  }
}
