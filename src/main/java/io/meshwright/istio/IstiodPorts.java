package io.meshwright.istio;

/** The ports at which remotes reach an istiod, fixed in its charts and in its proxies. */
public final class IstiodPorts {
  /** What proxies dial, for their configuration and their certificates. */
  public static final int DISCOVERY = 15_012;

  /** What API servers dial, to have pods injected. */
  public static final int WEBHOOK = 15_017;

  private IstiodPorts() {}
}
