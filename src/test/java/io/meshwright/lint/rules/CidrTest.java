package io.meshwright.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CidrTest {
  @Test
  void ignoresTheBitsOfTheHost() {
    assertEquals(Cidr.of("10.0.0.0/8"), Cidr.of("10.244.1.2/8"));
    assertEquals(Cidr.of("fd00::/16"), Cidr.of("fd00:1::1/16"));
  }

  @Test
  void holdsEveryAddressAtLengthZero() {
    assertEquals(Cidr.of("0.0.0.0/0"), Cidr.of("255.0.0.1/0"));
  }

  @Test
  void takesNothingElseForARange() {
    for (String text :
        new String[] {"", "10.0.0.0", "10.0.0.0/33", "fd00::/129", "x/8", "::1%1/8"}) {
      assertTrue(Cidr.of(text).isEmpty(), text);
    }
  }
}
