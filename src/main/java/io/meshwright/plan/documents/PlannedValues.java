package io.meshwright.plan.documents;

import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;

/** The values of a chart before they are known: they are what it reads of an IstioOperator. */
public final class PlannedValues implements OfOperator {
  private final ChartRelease release;
  private final IstioOperator operator;

  PlannedValues(ChartRelease release, IstioOperator operator) {
    this.release = release;
    this.operator = operator;
  }

  /** Returns the release that has them. */
  public ChartRelease release() {
    return release;
  }

  @Override
  public IstioOperator operator() {
    return operator;
  }

  @Override
  public String template() {
    return ReleaseValues.TEMPLATE;
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return release.valuesFile();
  }

  @Override
  public Identity identity() {
    return Identity.NONE;
  }

  @Override
  public String schema() {
    return ReleaseValues.schema(release);
  }
}
