package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.model.Topology;
import io.meshwright.model.TopologyReader;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RandomTopologyTest {
  private static final TopologySchema SCHEMA = TopologySchema.load();

  @Test
  void whateverPassesTheSchemaCanBeRead() {
    Random random = new Random(20_260_101);
    List<Pointer> fields = SchemaFields.all();
    for (int i = 0; i < 300; i++) {
      ObjectNode root = (ObjectNode) TestTree.of(TestTree.MINIMAL).root();
      for (int j = random.nextInt(40); j > 0; j--) {
        Pointer field = fields.get(random.nextInt(fields.size()));
        List<JsonNode> values = SchemaFields.values(field);
        SchemaFields.set(root, field, values.get(random.nextInt(values.size())));
      }
      SourceTree tree = TestTree.of(root);
      assertEquals(List.of(), SCHEMA.check(tree), root::toString);
      Topology topology = TopologyReader.read(tree);
      assertEquals(root.path("spec").path("clusters").size(), topology.clusters().size());
    }
  }
}
