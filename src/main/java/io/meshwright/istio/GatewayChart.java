package io.meshwright.istio;

import java.util.Map;

/** What is known of the releases of Istio's Helm chart for gateways. */
public final class GatewayChart {
  /** From this release of Helm on a chart's schema is held against all values. */
  public static final String FIRST_STRICT_HELM = "3.18.5";

  private static final int OLDEST = 24;
  private static final int NEWEST = 27;

  /**
   * By minor, the first patch whose schema allows its own values (manifests/charts/gateway of each
   * tag, values.schema.json; istio/istio#57354). 1.24 got none.
   */
  private static final Map<Integer, Integer> MENDED = Map.of(25, 5, 26, 4, 27, 1);

  private GatewayChart() {}

  /** Returns whether Helm from {@link #FIRST_STRICT_HELM} on refuses the chart of that release. */
  public static boolean isRefusedByHelm(IstioVersion version) {
    return version.since(OLDEST)
        && !version.since(NEWEST + 1)
        && version.patch() < MENDED.getOrDefault(version.minor(), Integer.MAX_VALUE);
  }

  /** Returns the first release of the same minor that it takes, or of the next one. */
  public static String mended(IstioVersion version) {
    Integer patch = MENDED.get(version.minor());
    return patch == null
        ? "1." + (version.minor() + 1) + "." + MENDED.getOrDefault(version.minor() + 1, 0)
        : "1." + version.minor() + "." + patch;
  }
}
