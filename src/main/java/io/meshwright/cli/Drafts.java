package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.output.MeshWriter;
import io.meshwright.output.OutputFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The meshes of a command line while they are rendered: each cluster is drafted beside its place,
 * and no file changes before all clusters of all meshes are. What is not committed goes when this
 * is closed.
 */
final class Drafts implements Closeable {
  private final Target target;
  private final ExpandChoice expand;
  private final List<MeshWriter> writers = new ArrayList<>();
  private final List<ComparedMesh> meshes = new ArrayList<>();

  Drafts(Target target, ExpandChoice expand) {
    this.target = target;
    this.expand = expand;
  }

  /** Renders a mesh, and returns what is wrong with its files or in their way. */
  List<Diagnostic> add(CheckedMesh mesh) throws IOException {
    OutputFolder folder = target.open(mesh);
    MeshWriter writer = folder.writer();
    writers.add(writer);
    Outcome<ComparedMesh> compared =
        ComparedMesh.of(mesh, target, expand.of(mesh, target, folder), folder, writer::draft);
    List<Diagnostic> found = new ArrayList<>(compared.diagnostics());
    if (compared.value().isPresent()) {
      ComparedMesh drafted = compared.value().get();
      meshes.add(drafted);
      found.addAll(drafted.comparison().problems());
      found.addAll(ChangedRevision.of(drafted));
    }
    return found;
  }

  /** Puts everything in its place, when nothing is wrong, and returns how it differed. */
  List<ComparedMesh> commit() throws IOException {
    for (int i = 0; i < writers.size(); i++) {
      writers.get(i).commit(meshes.get(i).comparison());
    }
    return meshes;
  }

  @Override
  public void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (MeshWriter writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
