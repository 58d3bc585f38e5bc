package io.meshwright.model;

import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.TopologyFolder;
import io.meshwright.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a topology names, as a test finds them read.
 *
 * @param files the files
 * @param findings what is wrong with them
 */
record ReadFiles(LocalFiles files, List<String> findings) {
  /** Reads what the topology {@code text} names, as if it stood in {@code folder}. */
  static ReadFiles of(Path folder, String text) {
    SourceTree tree =
        new YamlReader().read(new SourceText("topology.yaml", text)).value().orElseThrow();
    LocalFilesReader reader =
        new LocalFilesReader(
            TopologyFolder.of(folder.resolve("topology.yaml")), "", new Places(tree.places()));
    LocalFiles files = reader.read(TopologyReader.read(tree));
    return new ReadFiles(files, reader.findings().stream().map(Object::toString).toList());
  }
}
