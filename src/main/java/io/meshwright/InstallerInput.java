package io.meshwright;

import io.meshwright.overlay.ChartTranslation;
import io.meshwright.overlay.MergedOperator;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.plan.documents.OfOperator;
import io.meshwright.plan.documents.PlannedValues;
import io.meshwright.render.Renderer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.PlainTree;
import io.meshwright.yaml.YamlReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the installer of a mesh is given: whatever its form, it says what one IstioOperator says,
 * the user's own settings in it.
 */
final class InstallerInput {
  private final Map<String, MergedOperator> merged;
  private final Renderer renderer;

  /**
   * @param merged by cluster and file, such as {@code eu1/istio-operator.yaml}: an IstioOperator,
   *     where an overlay is merged into it
   */
  InstallerInput(Map<String, MergedOperator> merged, Renderer renderer) {
    this.merged = merged;
    this.renderer = renderer;
  }

  /** Returns the operators of a cluster, by the file that each would have. */
  static Map<String, IstioOperator> operators(ClusterPlan plan) {
    Map<String, IstioOperator> operators = new LinkedHashMap<>();
    for (Manifest manifest : plan.manifests()) {
      operatorOf(manifest).ifPresent(operator -> operators.put(operator.fileName(), operator));
    }
    return operators;
  }

  private static Optional<IstioOperator> operatorOf(Manifest manifest) {
    if (manifest instanceof OfOperator planned) {
      return Optional.of(planned.operator());
    }
    return manifest instanceof IstioOperator operator ? Optional.of(operator) : Optional.empty();
  }

  /** Returns an operator as it is rendered and read back. */
  static SourceTree read(Renderer renderer, IstioOperator operator) {
    SourceText text = new SourceText(operator.fileName(), renderer.render(operator));
    return new YamlReader()
        .read(text)
        .value()
        .orElseThrow(() -> new IllegalStateException("the rendered operator does not parse"));
  }

  /** Returns that of a cluster. */
  OfCluster of(String cluster) {
    return new OfCluster(cluster);
  }

  /** What a cluster's installer is given. */
  final class OfCluster {
    private final String cluster;

    /** By file: the operators that were rendered, to be said in the values of several charts. */
    private final Map<String, Map<String, Object>> trees = new HashMap<>();

    private OfCluster(String cluster) {
      this.cluster = cluster;
    }

    /** Returns whether the user's own settings are in what {@code planned} becomes. */
    boolean isOpen(Manifest planned) {
      return operatorOf(planned).flatMap(this::own).isPresent();
    }

    /** Returns what is rendered of {@code planned}. */
    Manifest rendered(Manifest planned) {
      if (planned instanceof PlannedValues values) {
        return ChartTranslation.of(values, tree(values.operator()));
      }
      Optional<MergedOperator> own = operatorOf(planned).flatMap(this::own);
      return own.isPresent() ? own.get() : planned;
    }

    private Optional<MergedOperator> own(IstioOperator operator) {
      return Optional.ofNullable(merged.get(cluster + "/" + operator.fileName()));
    }

    private Map<String, Object> tree(IstioOperator operator) {
      return own(operator)
          .map(MergedOperator::document)
          .orElseGet(
              () ->
                  trees.computeIfAbsent(
                      operator.fileName(),
                      file -> PlainTree.mapping(read(renderer, operator).root())));
    }
  }
}
