package io.meshwright.overlay;

/**
 * A key that a type of the IstioOperator has or had.
 *
 * @param name its name
 * @param otherName the name that protobuf gives it, which istioctl takes, too; the same where it is
 * @param kind what its value is
 * @param releases the releases that know it so
 */
record Key(String name, String otherName, Kind kind, Releases releases) {
  static Key parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    int bar = parts[0].indexOf('|');
    String name = bar < 0 ? parts[0] : parts[0].substring(0, bar);
    String other = parts[0].substring(bar + 1);
    return new Key(name, other, Kind.parse(parts[1]), Releases.parse(parts[2]));
  }

  /** Whether {@code text} is the name that charts do not read; that of the CNI they do. */
  boolean isOtherSpelling(String text) {
    return !name.equals(text) && !text.equals("istio_cni");
  }

  boolean isCalled(String text) {
    return name.equals(text) || otherName.equals(text);
  }
}
