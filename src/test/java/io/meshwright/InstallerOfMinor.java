package io.meshwright;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.istio.IstioFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A minor of Istio that is rendered, and a real istioctl of it where the machine has one: a test
 * that takes one of each minor shows which minors nobody tried.
 *
 * @param minor the second number of the version
 * @param installer the istioctl
 */
public record InstallerOfMinor(int minor, Optional<Installer> installer) {
  /** Returns every installer of every minor that is rendered; a minor without any comes once. */
  public static List<InstallerOfMinor> all() throws IOException, InterruptedException {
    return of(IstioFeature.RENDERED_FORMS.since(), IstioFeature.RENDERED_FORMS.until());
  }

  /** Returns those of the rendered minors from {@code since} on. */
  public static List<InstallerOfMinor> since(int since) throws IOException, InterruptedException {
    return of(since, IstioFeature.RENDERED_FORMS.until());
  }

  /** Returns those of the rendered minors up to {@code until}. */
  public static List<InstallerOfMinor> until(int until) throws IOException, InterruptedException {
    return of(IstioFeature.RENDERED_FORMS.since(), until);
  }

  private static List<InstallerOfMinor> of(int since, int until)
      throws IOException, InterruptedException {
    List<Installer> found = Installer.found();
    List<InstallerOfMinor> all = new ArrayList<>();
    for (int i = since; i <= until; i++) {
      int minor = i;
      List<Installer> here = found.stream().filter(tool -> tool.minor() == minor).toList();
      here.forEach(installer -> all.add(new InstallerOfMinor(minor, Optional.of(installer))));
      if (here.isEmpty()) {
        all.add(new InstallerOfMinor(minor, Optional.empty()));
      }
    }
    return all;
  }

  /** Returns the installer, or skips the test and says how the machine comes to have one. */
  public Installer orSkip() {
    assumeTrue(installer.isPresent(), "no istioctl 1." + minor + ": " + Installer.HOW_TO_HAVE);
    return installer.orElseThrow();
  }

  @Override
  public String toString() {
    return "istioctl " + installer.map(Installer::version).orElse("1." + minor);
  }
}
