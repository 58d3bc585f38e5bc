package io.meshwright.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where something is reached: an IP address, a DNS name, or an address that nobody knows yet.
 *
 * @param text as the topology has it
 */
public record Address(String text) {
  /** How the topology says that an address is not known yet. */
  public static final String PENDING = "pending";

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  /** Returns whether nobody knows the address yet. */
  public boolean isPending() {
    return text.equals(PENDING);
  }

  /** Returns whether this is an IPv4 address in dotted decimal form. */
  public boolean isIpv4() {
    return IPV4.matcher(text).matches();
  }

  /** Returns whether this is meant as an IPv6 address. */
  public boolean isIpv6() {
    return text.indexOf(':') >= 0;
  }

  /** Returns whether this is meant as a DNS name. */
  public boolean isDnsName() {
    return !isPending() && !isIpv4() && !isIpv6();
  }

  /** Returns the address as it is compared with others; an IPv6 address has many spellings. */
  public String normalized() {
    if (isIpv6()) {
      try {
        return InetAddress.getByName(text).getHostAddress();
      } catch (UnknownHostException notAnAddress) {
        return text.toLowerCase(Locale.ROOT);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
