package io.meshwright;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Places;
import io.meshwright.overlay.MergedOperator;
import java.util.Map;

/**
 * A mesh that no rule refuses.
 *
 * @param facts the topology and what follows from it
 * @param places where the topology's values stand
 * @param merged by cluster and file, such as {@code eu1/istio-operator.yaml}: an IstioOperator,
 *     where an overlay is merged into it
 */
record CheckedMesh(MeshFacts facts, Places places, Map<String, MergedOperator> merged) {}
