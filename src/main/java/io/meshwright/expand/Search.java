package io.meshwright.expand;

import io.meshwright.istio.IstioVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where istioctl is looked for: only where the user's command line or PATH says, as what is run has
 * the user's rights.
 *
 * @param named what the command line names: the program, or a folder with VERSION/istioctl in it
 * @param path the value of PATH, for when nothing is named
 * @param strangers folders with what others may have written; no program in them is run
 */
public record Search(Optional<Path> named, String path, List<Path> strangers) {
  private static final String NAME = "istioctl";

  public Search {
    strangers = List.copyOf(strangers);
  }

  /** Returns where the program for {@code version} should be; whether it is there is not looked. */
  Optional<Path> place(IstioVersion version) {
    if (named.isPresent()) {
      Path place = named.get().toAbsolutePath();
      return Optional.of(
          Files.isDirectory(place) ? place.resolve(version.text()).resolve(NAME) : place);
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      // an empty or relative entry means the working folder, which may be a stranger's
      Path place = Path.of(folder, NAME);
      if (place.isAbsolute() && Files.isRegularFile(place) && Files.isExecutable(place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Returns the stranger's folder that {@code program} lies in, itself or what it links to. */
  Optional<Path> stranger(Path program) throws IOException {
    for (Path folder : strangers) {
      if (Files.exists(folder)) {
        Path real = folder.toRealPath();
        boolean inside =
            program.toRealPath().startsWith(real)
                || program.toAbsolutePath().normalize().startsWith(real)
                || program
                    .toAbsolutePath()
                    .normalize()
                    .startsWith(folder.toAbsolutePath().normalize());
        if (inside) {
          return Optional.of(folder);
        }
      }
    }
    return Optional.empty();
  }
}
