package io.meshwright.expand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What istioctl made of one file. The text stays on the disk until it is asked for, as a thousand
 * clusters have a gibibyte of it.
 *
 * @param version the version of that istioctl
 * @param objects the objects, sorted by their files' paths
 * @param printed where its output lies
 */
public record Expansion(String version, List<ExpandedObject> objects, Path printed) {
  public Expansion {
    objects = List.copyOf(objects);
  }

  /** Returns the rest of it when another file holds what {@code elsewhere} accepts. */
  public Expansion without(Predicate<ExpandedObject> elsewhere) {
    List<ExpandedObject> rest = objects.stream().filter(Predicate.not(elsewhere)).toList();
    return new Expansion(version, rest, printed);
  }

  /** Returns the folders that it has, in the order of application. */
  public List<String> folders() {
    return List.copyOf(new TreeSet<>(objects.stream().map(ExpandedObject::folder).toList()));
  }

  /** Returns the names of the files in one of its folders, sorted. */
  public List<String> files(String folder) {
    return objects.stream()
        .filter(object -> object.folder().equals(folder))
        .map(ExpandedObject::fileName)
        .sorted()
        .toList();
  }

  /**
   * Returns every object as istioctl wrote it, by its file's path inside the expansion's folder.
   *
   * @throws IOException if the disk cannot be read
   */
  public SortedMap<String, String> texts() throws IOException {
    String all = Files.readString(printed);
    SortedMap<String, String> texts = new TreeMap<>();
    for (ExpandedObject object : objects) {
      texts.put(object.path(), all.substring(object.start(), object.end()));
    }
    return texts;
  }

  /**
   * Lets go of the text, once it is written elsewhere.
   *
   * @throws IOException if the disk fails
   */
  public void forget() throws IOException {
    Files.deleteIfExists(printed);
  }
}
