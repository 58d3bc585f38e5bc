package io.meshwright.secret;

/** The first bytes of private keys in binary form: PKCS #8, PKCS #1, SEC 1 and PKCS #12. */
final class DerKey {
  private static final char SEQUENCE = 0x30;
  private static final char INTEGER = 0x02;
  private static final char OCTETS = 0x04;

  private DerKey() {}

  /** Says whether {@code bytes}, characters from 0 to 255, begin like a private key. */
  static boolean startsIn(String bytes) {
    if (bytes.length() < 9 || bytes.charAt(0) != SEQUENCE) {
      return false;
    }
    int length = bytes.charAt(1);
    int at = length < 0x80 ? 2 : 2 + (length & 0x7f);
    if (length > 0x83 || at + 4 > bytes.length()) {
      return false;
    }
    if (bytes.charAt(at) != INTEGER || bytes.charAt(at + 1) != 1) {
      return false;
    }
    // A certificate has a sequence where these have their version number.
    char next = bytes.charAt(at + 3);
    return switch (bytes.charAt(at + 2)) {
      case 0 -> next == SEQUENCE || next == INTEGER;
      case 1 -> next == OCTETS || next == SEQUENCE;
      case 3 -> next == SEQUENCE;
      default -> false;
    };
  }
}
