package io.meshwright.model;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates in a PEM text (RFC 7468). Only their form is looked at: that each is base64 of
 * one DER sequence. Their content and dates are the business of whoever made them.
 */
final class PemCertificates {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  private static final int LINE = 64;
  private static final int SEQUENCE = 0x30;

  private PemCertificates() {}

  /**
   * Returns the certificates alone, in lines of 64 characters with one final line end, whatever the
   * line ends and comments of {@code text}; empty when there is none or one is damaged.
   */
  static Optional<String> normalized(String text) {
    StringBuilder all = new StringBuilder();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      Optional<byte[]> der = decoded(matcher.group(2));
      if (der.isEmpty()) {
        return Optional.empty();
      }
      String base64 = Base64.getEncoder().encodeToString(der.get());
      all.append("-----BEGIN CERTIFICATE-----\n");
      for (int i = 0; i < base64.length(); i += LINE) {
        all.append(base64, i, Math.min(i + LINE, base64.length())).append('\n');
      }
      all.append("-----END CERTIFICATE-----\n");
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return isSequence(der) ? Optional.of(der) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether {@code der} is one sequence with a length of two bytes, as certificates are.
   */
  private static boolean isSequence(byte[] der) {
    return der.length > 4
        && (der[0] & 0xff) == SEQUENCE
        && switch (der[1] & 0xff) {
          case 0x81 -> (der[2] & 0xff) + 3 == der.length;
          case 0x82 -> (((der[2] & 0xff) << 8) | (der[3] & 0xff)) + 4 == der.length;
          default -> false;
        };
  }
}
