package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The words for everything that can be wrong with an output folder. */
final class OutputFindings {
  /** The id of the finding about a folder that this user may not write into. */
  static final String READ_ONLY = "output-read-only";

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String OUTPUT = "files in the output folder come from the topology only";

  private OutputFindings() {}

  /** Returns {@code path} as a person may read it: a stranger chose the names in the folder. */
  static String shown(Path path) {
    String name = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    return CONTROL.matcher(name).replaceAll("?");
  }

  static Diagnostic editedFile(Path file, String wish) {
    return error(
        "edited-file",
        file,
        name(file) + " was edited since Meshwright wrote it, and " + wish,
        "to keep the edit, move it into the topology or an overlay, then restore the file from git;"
            + " to give it up, render with --overwrite "
            + shown(file));
  }

  static Diagnostic foreignFile(Path file, Listing.Kind kind, String wish) {
    String help = "move it away";
    if (kind == Listing.Kind.FILE) {
      help += ", or render with --overwrite " + shown(file) + " to give it up";
    }
    return error(
        "foreign-file",
        file,
        name(file) + " is a " + kind.word() + " that Meshwright did not write, and " + wish,
        help);
  }

  static Diagnostic strangeFile(Path file, Listing.Kind kind) {
    return error(
        "foreign-file",
        file,
        name(file) + " is a " + kind.word() + " that Meshwright did not write",
        "move it out of the output folder: a GitOps engine may apply it, and no topology says it");
  }

  static Diagnostic missingFile(Path file) {
    return drift("missing-file", file, "is rendered by the topology and does not exist");
  }

  static Diagnostic staleFile(Path file) {
    return drift("stale-file", file, "is not what the topology renders now");
  }

  static Diagnostic surplusFile(Path file) {
    return drift("surplus-file", file, "is no longer rendered by the topology");
  }

  static Diagnostic staleLock(Path lock) {
    return drift("stale-lock", lock, "does not list what lies here");
  }

  static Diagnostic unfinishedWrite(Path draft) {
    return drift("unfinished-write", draft, "is a draft that an interrupted run left behind");
  }

  static Diagnostic conflictInLock(String lock, int line) {
    return brokenLock(
        lock,
        line,
        "the lock holds a merge conflict",
        "delete the lines with <<<<<<<, ======= and >>>>>>>, keep all others of both sides, and"
            + " render again");
  }

  static Diagnostic malformedLock(String lock, int line) {
    return brokenLock(lock, line, "this line is not a hash, two spaces and a path", restore());
  }

  static Diagnostic unsafeLock(String lock, int line) {
    return brokenLock(lock, line, "this line's path could lie outside the folder", restore());
  }

  static Diagnostic unreadableLock(Path lock, String reason) {
    return brokenLock(shown(lock), 1, "the lock is " + reason, restore());
  }

  static Diagnostic notFolder(Path path, Listing.Kind kind) {
    boolean link = kind == Listing.Kind.LINK;
    return error(
        "output-not-a-folder",
        path,
        shown(path) + " is a " + kind.word() + ", where a folder for output is needed",
        link
            ? "name the folder that it points to, or put a folder in its place: links are never"
                + " followed, so that nothing outside is written"
            : "move it away, or choose another folder with -o DIR");
  }

  static Diagnostic readOnly(Path folder) {
    return error(
        READ_ONLY,
        folder,
        "nothing can be written into " + shown(folder) + ": it is read-only for this user",
        "allow writing there, or choose another folder with -o DIR");
  }

  private static String restore() {
    return "restore the lock from git, or delete it and render again: files that equal what is"
        + " rendered are adopted";
  }

  private static Diagnostic brokenLock(String lock, int line, String message, String help) {
    return Diagnostic.error("broken-lock", new Location(lock, line, 1, 1), message, help);
  }

  private static Diagnostic drift(String rule, Path file, String what) {
    return error(rule, file, name(file) + " " + what, "render again and commit; " + OUTPUT);
  }

  private static Diagnostic error(String rule, Path file, String message, String help) {
    return Diagnostic.error(rule, Location.startOf(shown(file)), message, help);
  }

  private static String name(Path file) {
    return shown(file.getFileName() == null ? file : file.getFileName());
  }
}
