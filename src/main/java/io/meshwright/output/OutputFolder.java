package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder of one mesh's rendered files. It replaces and deletes only what it wrote itself and
 * nobody edited since, which each cluster's lock tells; anything else is a finding, and then
 * nothing is written at all.
 */
public final class OutputFolder {
  private final Path mesh;
  private final OutputRoot root;
  private final Set<Path> overwrite;
  private final Disk disk;

  OutputFolder(Path directory, String mesh, Collection<Path> overwrite, Disk disk)
      throws IOException {
    this.mesh = directory.resolve(name(mesh));
    this.root = OutputRoot.look(directory, this.mesh);
    this.disk = disk;
    this.overwrite = new HashSet<>();
    for (Path file : overwrite) {
      this.overwrite.add(file.toAbsolutePath().normalize());
    }
  }

  /**
   * Opens the folder {@code mesh} in {@code directory}; neither has to exist.
   *
   * @param overwrite edited or foreign files that the user gives up
   * @throws IOException if the disk cannot be read
   */
  public static OutputFolder open(Path directory, String mesh, Collection<Path> overwrite)
      throws IOException {
    return new OutputFolder(directory, mesh, overwrite, new LocalDisk());
  }

  /**
   * Compares one cluster's files; reads only, and may run in several threads at once, so that
   * clusters can be compared as they are rendered.
   *
   * @throws IOException if the disk cannot be read
   */
  public ClusterComparison compare(ClusterFiles wanted) throws IOException {
    Path folder = mesh.resolve(name(wanted.cluster()));
    return compare(folder, wanted, false);
  }

  /**
   * Puts the comparisons of all clusters together, in any order, and looks for what lies beside
   * them; reads only.
   *
   * @param scope whether these are all clusters of the mesh
   * @throws IOException if the disk cannot be read
   */
  public Comparison compared(List<ClusterComparison> clusters, Scope scope) throws IOException {
    if (root.finding().isPresent()) {
      List<Diagnostic> finding = List.of(root.finding().get());
      return new Comparison(List.of(), List.of(), finding, List.of());
    }
    Set<String> names = new TreeSet<>();
    List<Diagnostic> around = new ArrayList<>();
    for (ClusterComparison cluster : clusters) {
      names.add(cluster.cluster());
      if (!cluster.isUpToDate()) {
        root.readOnly().ifPresent(around::add);
      }
    }
    List<ClusterComparison> gone = new ArrayList<>();
    List<Diagnostic> strangers = new ArrayList<>();
    if (scope == Scope.WHOLE_MESH && root.exists()) {
      lookBeside(names, gone, strangers);
    }
    return new Comparison(clusters, gone, around, strangers);
  }

  /**
   * Compares all of {@code wanted} at once.
   *
   * @throws IOException if the disk cannot be read
   */
  public Comparison compare(List<ClusterFiles> wanted, Scope scope) throws IOException {
    Integer[] numbers = new Integer[wanted.size()];
    Arrays.setAll(numbers, number -> number);
    ClusterComparison[] clusters = new ClusterComparison[wanted.size()];
    InParallel.each(List.of(numbers), number -> clusters[number] = compare(wanted.get(number)));
    return compared(List.of(clusters), scope);
  }

  /**
   * Writes what {@code comparison} found to differ, and touches nothing else.
   *
   * @throws IOException if the disk fails; then every file is old or new, and the next run mends
   *     what this one left
   */
  public void apply(Comparison comparison) throws IOException {
    if (!comparison.problems().isEmpty()) {
      throw new IllegalStateException("nothing is written while there are findings");
    }
    List<ClusterComparison> work = new ArrayList<>();
    for (List<ClusterComparison> part : List.of(comparison.clusters(), comparison.gone())) {
      for (ClusterComparison cluster : part) {
        if (!cluster.isUpToDate()) {
          work.add(cluster);
        }
      }
    }
    if (!work.isEmpty()) {
      new MeshWriter(disk, work).write(root.missing());
    }
  }

  private void lookBeside(
      Set<String> wanted, List<ClusterComparison> gone, List<Diagnostic> strangers)
      throws IOException {
    for (Map.Entry<String, Listing.Entry> found : Listing.flat(mesh).entries().entrySet()) {
      Listing.Entry entry = found.getValue();
      if (wanted.contains(found.getKey())) {
        continue;
      }
      if (!entry.isFolder()) {
        strangers.add(OutputFindings.strangeFile(entry.path(), entry.kind()));
        continue;
      }
      ClusterFiles nothing = ClusterFiles.of(found.getKey(), new TreeMap<>());
      gone.add(compare(entry.path(), nothing, true));
    }
  }

  private ClusterComparison compare(Path folder, ClusterFiles wanted, boolean gone)
      throws IOException {
    try {
      Listing found = root.exists() ? Listing.deep(folder) : Listing.NOTHING;
      return ClusterComparer.compare(new ClusterFolder(folder, found, gone, overwrite), wanted);
    } catch (FileSystemException e) {
      throw DiskFailure.reading(e);
    }
  }

  private static String name(String name) {
    if (name.indexOf('/') >= 0) {
      throw new IllegalArgumentException("a name, not a path: " + name);
    }
    return new OutputPath(name).value();
  }
}
