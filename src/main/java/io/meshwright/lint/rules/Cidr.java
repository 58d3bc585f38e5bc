package io.meshwright.lint.rules;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses. Two ranges of one family are either disjoint, or one holds the other.
 *
 * @param bits 32 for IPv4, 128 for IPv6
 * @param first the first address
 * @param last the last address
 */
record Cidr(int bits, BigInteger first, BigInteger last) {
  private static final Pattern FORM = Pattern.compile("([^/]+)/(0|[1-9]\\d{0,2})");

  /** Returns the range that {@code text} writes in CIDR notation. */
  static Optional<Cidr> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(matcher.group(2));
    return IpLiteral.of(matcher.group(1)).flatMap(address -> of(address, prefix));
  }

  private static Optional<Cidr> of(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    int free = bytes.length * 8 - prefix;
    if (free < 0) {
      return Optional.empty();
    }
    BigInteger first = new BigInteger(1, bytes).shiftRight(free).shiftLeft(free);
    BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
    return Optional.of(new Cidr(bytes.length * 8, first, last));
  }
}
