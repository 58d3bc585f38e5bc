package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
    return look(wanted).comparison();
  }

  /**
   * Returns the folders of those manifests that an earlier run had istioctl make of {@code files},
   * by the lock: paths inside the cluster's folder. Whether they are whole is found when the
   * cluster is compared.
   *
   * @throws IOException if the disk cannot be read
   */
  public Set<String> expanded(String cluster, Collection<OutputPath> files) throws IOException {
    Path folder = mesh.resolve(name(cluster));
    Set<String> expanded = new TreeSet<>();
    for (OutputPath file : files) {
      String prefix = Expansions.folder(file);
      // one look at the disk where there are none
      if (root.exists() && Files.isDirectory(folder.resolve(prefix), LinkOption.NOFOLLOW_LINKS)) {
        for (OutputPath path : LockFile.content(folder).paths()) {
          if (path.value().startsWith(prefix)) {
            expanded.add(path.value().substring(0, path.value().lastIndexOf('/')));
          }
        }
      }
    }
    return expanded;
  }

  /** Returns what writes this folder, in two steps. */
  public MeshWriter writer() {
    return new MeshWriter(this, disk, root.missing());
  }

  ComparedFolder look(ClusterFiles wanted) throws IOException {
    return look(mesh.resolve(name(wanted.cluster())), wanted, false);
  }

  /** Returns the folder of a cluster that was compared here. */
  Path place(ClusterComparison cluster) {
    return mesh.resolve(cluster.cluster());
  }

  /** Returns whether nothing above the clusters' folders is in the way of writing into them. */
  boolean isWritable() {
    return root.finding().isEmpty() && root.readOnly().isEmpty();
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
    List<ComparedFolder> gone = new ArrayList<>();
    List<Diagnostic> strangers = new ArrayList<>();
    if (scope == Scope.WHOLE_MESH && root.exists()) {
      lookBeside(names, gone, strangers);
    }
    return new Comparison(clusters, gone, around, strangers);
  }

  private void lookBeside(Set<String> wanted, List<ComparedFolder> gone, List<Diagnostic> strangers)
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
      gone.add(look(entry.path(), nothing, true));
    }
  }

  private ComparedFolder look(Path folder, ClusterFiles wanted, boolean gone) throws IOException {
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
