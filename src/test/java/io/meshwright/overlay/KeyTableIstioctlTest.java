package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.conformance.Conformance;
import io.meshwright.conformance.Part;
import io.meshwright.istio.IstioVersion;
import io.meshwright.overlay.KeySamples.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables say, asked of real istioctls. */
@Conformance(Part.ISTIOCTL)
class KeyTableIstioctlTest {
  private static final int UNKNOWN = 12;
  private static final int KNOWN = 12;
  private static final long SEED = 20200514;
  private static final int FIRST_LENIENT = 24;

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.all();
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void agreesWithIstioctl(InstallerOfMinor minor, @TempDir Path folder)
      throws IOException, InterruptedException {
    Installer installer = minor.orSkip();
    IstioVersion version = IstioVersion.of(installer.version());
    Generation istioctl = new Generation(installer.tool().file(), folder);
    KeySamples samples = new KeySamples(version);
    for (Sample sample : some(unknown(samples, version), UNKNOWN)) {
      Generation.Run run = istioctl.run(samples.spec(List.of(sample)));
      assertNotEquals(0, run.exit(), sample::toString);
      assertTrue(
          run.error().contains("unknown field \"" + sample.name() + "\""),
          () -> sample + ": " + run.error());
    }
    for (Sample sample : some(samples.known(), KNOWN)) {
      String error = istioctl.run(samples.spec(List.of(sample))).error();
      assertFalse(error.contains("unknown field"), () -> sample + ": " + error);
      assertFalse(error.contains("cannot unmarshal"), () -> sample + ": " + error);
    }
    String without = istioctl.run(Map.of()).out();
    List<Sample> unread = samples.unread();
    if (!istioctl.run(samples.spec(unread)).out().equals(without)) {
      // one of them is read, or two are names of the same key: each by itself tells
      for (Sample sample : unread) {
        Generation.Run run = istioctl.run(samples.spec(List.of(sample)));
        assertEquals(0, run.exit(), () -> sample + ": " + run.error());
        assertTrue(without.equals(run.out()), () -> version + " reads " + sample);
      }
    }
  }

  private static List<Sample> unknown(KeySamples samples, IstioVersion version) {
    return samples.unknown().stream()
        .filter(sample -> !sample.isMeshSetting() || !version.since(FIRST_LENIENT))
        .toList();
  }

  private static List<Sample> some(List<Sample> all, int count) {
    List<Sample> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }
}
