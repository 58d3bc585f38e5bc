package io.meshwright.verify;

import io.meshwright.plan.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/**
 * Compares what must be the same in all clusters of a mesh: control planes that disagree about it
 * take each other's workloads for strangers, or tell proxies different things. May be told of
 * several clusters at once.
 */
final class EqualEverywhere {
  private static final List<String> OF_OPERATORS =
      List.of(
          "/metadata/namespace",
          "/spec/values/global/istioNamespace",
          "/spec/values/global/meshID",
          "/spec/values/global/proxy/clusterDomain",
          "/spec/values/global/trustDomain",
          "/spec/meshConfig/trustDomain",
          "/spec/meshConfig/trustDomainAliases");

  private static final List<String> OF_CHARTS =
      List.of(
          "/global/istioNamespace",
          "/global/meshID",
          "/global/proxy/clusterDomain",
          "/meshConfig/trustDomain",
          "/meshConfig/trustDomainAliases");

  /** The schema of the values of istiod's chart. */
  private static final String CHART = "istiod.values";

  private static final String OF_SETTINGS = "/data/mesh";

  /** By folder and file, the values of the file, in the order of the paths above. */
  private final Map<String, Values> operators = new ConcurrentSkipListMap<>();

  private final Map<String, Values> charts = new ConcurrentSkipListMap<>();

  private final Map<String, Values> settings = new ConcurrentSkipListMap<>();

  private record Values(String folder, String path, List<JsonNode> values) {}

  /** Takes note of a file in the folder of a cluster. */
  void read(String folder, ReadFile file) {
    String name = file.name();
    // an engine's object about the operator's manifests is called like them
    if (name.startsWith("istio-operator")
        && file.file().manifest().layer() == Layer.CONTROL_PLANE) {
      operators.put(folder + "/" + name, values(folder, file, OF_OPERATORS));
    } else if (isOfMesh(file)) {
      charts.put(folder + "/" + file.file().path(), values(folder, file, OF_CHARTS));
    } else if (name.equals("shared-mesh-config.yaml")) {
      settings.put(folder, values(folder, file, List.of(OF_SETTINGS)));
    }
  }

  /** The istiod of a gateway in front of a hosted one is of no mesh. */
  private static boolean isOfMesh(ReadFile file) {
    return file.file().manifest().schema().equals(CHART)
        && !file.tree().at("/global/meshID").isMissingNode();
  }

  /** Returns what is not the same in all folders: each with what the first has. */
  List<SelfCheck> compare() {
    List<SelfCheck> found = new ArrayList<>();
    compare(operators, OF_OPERATORS, found);
    compare(charts, OF_CHARTS, found);
    compare(settings, List.of(OF_SETTINGS), found);
    return found;
  }

  private static Values values(String folder, ReadFile file, List<String> paths) {
    return new Values(
        folder, file.file().path(), paths.stream().map(path -> file.tree().at(path)).toList());
  }

  private static void compare(
      Map<String, Values> folders, List<String> paths, List<SelfCheck> found) {
    if (folders.isEmpty()) {
      return;
    }
    Map.Entry<String, Values> first = folders.entrySet().iterator().next();
    for (Map.Entry<String, Values> other : folders.entrySet()) {
      for (int i = 0; i < paths.size(); i++) {
        if (!first.getValue().values().get(i).equals(other.getValue().values().get(i))) {
          SelfCheck check = new SelfCheck(other.getValue().folder());
          check.add(
              SelfCheck.UNEQUAL,
              other.getValue().path(),
              paths.get(i).substring(1).replace('/', '.')
                  + " differs from that of "
                  + first.getValue().folder());
          found.add(check);
        }
      }
    }
  }
}
