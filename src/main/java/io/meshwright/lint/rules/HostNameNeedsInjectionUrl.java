package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.List;

/** Where an istiod is dialled by name, API servers call its injector by URL. */
public final class HostNameNeedsInjectionUrl implements LintRule {

  @Override
  public String id() {
    return "host-name-needs-injection-url";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      List<SourceTree> overlays = mesh.files().overlaysOf(facts.cluster().name());
      if (facts.dials().isEmpty() || facts.installsIstiod() || hasUrl(overlays)) {
        continue;
      }
      boolean byName = facts.dialledAddress().stream().anyMatch(Address::isDnsName);
      for (SourceTree overlay : overlays) {
        address(overlay, findings);
        if (byName) {
          path(overlay, findings);
        }
      }
    }
  }

  private static boolean hasUrl(List<SourceTree> overlays) {
    return overlays.stream()
        .flatMap(overlay -> OverlayValue.of(overlay, "istiodRemote", "injectionURL").stream())
        .anyMatch(url -> !url.text().isEmpty());
  }

  private static void address(SourceTree overlay, Findings findings) {
    OverlayValue.of(overlay, "global", "remotePilotAddress")
        .filter(value -> !value.text().isEmpty() && new Address(value.text()).isDnsName())
        .ifPresent(
            value ->
                findings.in(
                    overlay,
                    value.at(),
                    "the host name "
                        + Words.quoted(value.text())
                        + " makes istiod a Service of type ExternalName, through which no API"
                        + " server reaches the injector",
                    "leave it out and give the primary's istiod.host in the topology, which also"
                        + " gives the injector's URL"));
  }

  private static void path(SourceTree overlay, Findings findings) {
    OverlayValue.of(overlay, "istiodRemote", "injectionPath")
        .filter(value -> !value.text().isEmpty())
        .ifPresent(
            value ->
                findings.in(
                    overlay,
                    value.at(),
                    "istiod is dialled by name here, so its Service is an ExternalName: an"
                        + " injection path leads API servers to port 443 of that host instead of"
                        + " 15017",
                    "leave it out: the injector's URL is rendered from the topology"));
  }
}
