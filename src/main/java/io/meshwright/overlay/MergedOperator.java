package io.meshwright.overlay;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.IstioOperator;
import java.util.Map;

/**
 * An IstioOperator with a user's own settings under what Meshwright decides.
 *
 * @param decided the operator without them
 * @param document the whole document, in the order of writing: what is decided first
 */
public record MergedOperator(IstioOperator decided, Map<String, Object> document)
    implements Manifest {
  @Override
  public String template() {
    return "merged-istio-operator.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return decided.layer();
  }

  @Override
  public String fileName() {
    return decided.fileName();
  }

  @Override
  public Identity identity() {
    return decided.identity();
  }
}
