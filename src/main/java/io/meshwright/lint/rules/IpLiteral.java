package io.meshwright.lint.rules;

import io.meshwright.model.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses without ever asking a name server. */
final class IpLiteral {
  private static final Pattern IPV6_LETTERS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private IpLiteral() {}

  /** Returns the address, if {@code text} is an IPv4 or IPv6 address. */
  static Optional<InetAddress> of(String text) {
    if (!new Address(text).isIpv4() && !IPV6_LETTERS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
