package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.PlainTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges a user's own IstioOperator files under what Meshwright decides. */
public final class OverlayMerger {
  /** The id of the finding about a key that the topology decides. */
  public static final String CLASH = "overlay-clash";

  /** The id of the finding about a file that is no IstioOperator. */
  public static final String NOT_AN_OPERATOR = "overlay-not-an-istio-operator";

  private OverlayMerger() {}

  /**
   * Returns the merged operator, or what is wrong with the overlays: keys that the topology
   * decides, and keys that this release of Istio does not take or does not read. A later overlay
   * wins over an earlier one.
   *
   * @param scope what the overlays must fit
   * @param operator what is decided
   * @param decided the same, as rendered and parsed back
   * @param overlays the user's files, in the order of merging
   */
  public static Outcome<MergedOperator> merge(
      OverlayScope scope, IstioOperator operator, SourceTree decided, List<SourceTree> overlays) {
    Map<String, Object> document = PlainTree.mapping(decided.root());
    Map<String, Object> own = new LinkedHashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    for (SourceTree overlay : overlays) {
      found.addAll(OverlayCheck.of(overlay, scope, Optional.of(decided.root())));
      PlainTree.merge(own, PlainTree.mapping(overlay.root()));
    }
    Trees.mergeUnder(document, own);
    return Outcome.of(new MergedOperator(operator, document), found);
  }

  /** Returns what is wrong with overlays of an operator that waits for a value. */
  public static List<Diagnostic> check(OverlayScope scope, List<SourceTree> overlays) {
    List<Diagnostic> found = new ArrayList<>();
    for (SourceTree overlay : overlays) {
      found.addAll(OverlayCheck.of(overlay, scope, Optional.empty()));
    }
    return found;
  }
}
