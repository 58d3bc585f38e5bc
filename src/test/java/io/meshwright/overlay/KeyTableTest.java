package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.istio.IstioVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  private static final KeyTable TABLE = KeyTable.load();

  @Test
  void hasEveryTypeThatItNames() {
    Deque<String> open = new ArrayDeque<>(List.of(KeyTable.ROOT));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String type = open.pop();
      if (seen.add(type)) {
        TABLE.keys(type).forEach(key -> named(key.kind()).ifPresent(open::push));
      }
    }
    assertTrue(seen.size() > 150, seen::toString);
  }

  private static Optional<String> named(Kind kind) {
    return kind.form() == Kind.Form.TYPE
        ? Optional.of(kind.type())
        : kind.element().flatMap(KeyTableTest::named);
  }

  @Test
  void saysOneThingAboutAKeyAndARelease() {
    for (int minor = 5; minor <= 31; minor++) {
      IstioVersion version = IstioVersion.of("1." + minor + ".99");
      for (String type : List.of("Spec", "MeshConfig", "Values", "GlobalConfig", "PilotConfig")) {
        List<String> names = TABLE.names(type, version);
        assertEquals(new HashSet<>(names).size(), names.size(), type + " in " + version);
      }
    }
  }

  @Test
  void knowsEveryKeyThatNothingReads() {
    for (Advice advice : Advice.table("unread-keys.txt")) {
      for (int minor = 5; minor <= 31; minor++) {
        IstioVersion version = IstioVersion.of("1." + minor + ".99");
        if (advice.releases().contain(version) && !advice.path().contains("*")) {
          assertTrue(isKnown(advice.path(), version), advice + " in " + version);
        }
      }
    }
  }

  private static boolean isKnown(List<String> path, IstioVersion version) {
    Optional<Kind> kind = Optional.of(Kind.parse("Spec"));
    for (String step : path) {
      kind =
          kind.flatMap(KeyTableTest::named)
              .flatMap(type -> TABLE.key(type, step, version))
              .map(Key::kind);
    }
    return kind.isPresent();
  }

  @Test
  void readsReleasesAsTheTableWritesThem() {
    Releases releases = Releases.parse("5-7,20.8,22.2-");
    List<String> in = List.of("1.5.1", "1.7.8", "1.20.8", "1.22.2", "1.31.0-rc.0", "1.40.0");
    List<String> out = List.of("1.8.0", "1.19.10", "1.20.7", "1.21.6", "1.22.1");
    assertTrue(in.stream().map(IstioVersion::of).allMatch(releases::contain));
    assertTrue(out.stream().map(IstioVersion::of).noneMatch(releases::contain));
    assertEquals(Optional.of("1.20.8"), releases.since(IstioVersion.of("1.8.0")));
    assertEquals(Optional.of("1.22.2"), releases.since(IstioVersion.of("1.21.6")));
    assertEquals(Optional.of("1.7"), releases.until(IstioVersion.of("1.20.7")));
    assertEquals(Optional.empty(), Releases.parse("5-").since(IstioVersion.of("1.5.1")));
  }

  @Test
  void saysNothingAboutReleasesThatItDoesNotCover() {
    assertFalse(KeyTable.covers(IstioVersion.of("1.4.9")));
    assertFalse(KeyTable.covers(IstioVersion.of("2.6.0")));
    assertTrue(KeyTable.covers(IstioVersion.of("1.99.0")));
  }
}
