package io.meshwright.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One search through one text. */
final class SecretSearch {
  /** How often a secret may be wrapped: base64 in a kubeconfig in a Secret, and once more. */
  private static final int DEEPEST = 3;

  /** No secret has fewer base64 letters in a row, and {@code -----BEGIN} has as many. */
  private static final int SHORTEST = 10;

  private static final int SHORTEST_WRAPPED = 16;
  private static final int LONGEST_PEM_LABEL = 60;
  private static final int LONGEST_PEM = 16 * 1024;
  private static final String WRAPPED_PEM = "LS0tLS1CRUdJTi";

  private final String text;
  private final int most;
  private final int depth;
  private final List<SecretSpan> found = new ArrayList<>();
  private int unwrappedUpTo;
  private int tokenTriedUpTo;

  SecretSearch(String text, int most) {
    this(text, most, DEEPEST);
  }

  private SecretSearch(String text, int most, int depth) {
    this.text = text;
    this.most = most;
    this.depth = depth;
  }

  /**
   * Looks at every tenth character: where that is no base64 letter, no word of ten letters holds
   * it, and the nine before it need not be read.
   */
  List<SecretSpan> run() {
    int at = 0;
    while (at + SHORTEST <= text.length() && found.size() < most) {
      int probe = at + SHORTEST - 1;
      if (!Base64Run.isLetter(text.charAt(probe))) {
        at = probe + 1;
        continue;
      }
      int start = probe;
      while (start > at && Base64Run.isLetter(text.charAt(start - 1))) {
        start--;
      }
      int end = probe + 1;
      while (end < text.length() && Base64Run.isLetter(text.charAt(end))) {
        end++;
      }
      at = end - start < SHORTEST ? end : Math.max(end, examine(start, end));
    }
    return found;
  }

  /** Looks for secrets in a word of base64 letters; returns how far they reach. */
  private int examine(int start, int end) {
    Optional<SecretSpan> secret = named(start, end);
    if (secret.isEmpty() && end - start >= SHORTEST_WRAPPED) {
      secret = Credentials.in(text, start, end);
    }
    if (secret.isEmpty() && end - start >= SHORTEST_WRAPPED) {
      secret = wrapped(start, end);
    }
    if (secret.isEmpty()) {
      return end;
    }
    found.add(secret.get());
    return secret.get().end();
  }

  /** Finds secrets that say by their letters what they are. */
  private Optional<SecretSpan> named(int start, int end) {
    if (start >= 4 && text.charAt(start - 1) == '.') {
      Optional<SecretSpan> vault = KnownTokens.at(text, start - 4);
      if (vault.isPresent()) {
        return vault;
      }
    }
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      // Nearly every letter of base64 ends here, so this is what the scan costs.
      if (c != '-' && c != 'L' && c != 'e' && c != 'A' && c != 'g' && c != 'x') {
        continue;
      }
      Optional<SecretSpan> secret = named(at, c, beginsWord(start, at));
      if (secret.isPresent()) {
        return secret;
      }
    }
    return Optional.empty();
  }

  private Optional<SecretSpan> named(int at, char c, boolean first) {
    return switch (c) {
      case '-' -> text.startsWith("-----BEGIN", at) ? pem(at) : Optional.empty();
      case 'L' -> text.startsWith(WRAPPED_PEM, at) ? unwrap(at) : Optional.empty();
      case 'e' -> first && text.startsWith("eyJ", at) ? jwt(at) : Optional.empty();
      default -> first ? KnownTokens.at(text, at) : Optional.empty();
    };
  }

  private boolean beginsWord(int start, int at) {
    return at == start
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || (at == start + 1 && isEscape(start));
  }

  /** Says whether the letter belongs to an escape such as {@code \n}. */
  private boolean isEscape(int at) {
    return at > 0 && text.charAt(at - 1) == '\\';
  }

  private Optional<SecretSpan> pem(int start) {
    int limit = Math.min(text.length(), start + LONGEST_PEM_LABEL);
    int at = start + "-----BEGIN".length();
    while (at < limit && text.charAt(at) != '-') {
      at++;
    }
    int key = text.substring(start, at).indexOf("PRIVATE KEY");
    if (key < 0) {
      return Optional.empty();
    }
    int end = text.substring(at, Math.min(text.length(), at + LONGEST_PEM)).indexOf("-----END");
    return Optional.of(new SecretSpan("a private key", start, end < 0 ? at : at + end));
  }

  private Optional<SecretSpan> jwt(int start) {
    if (start < tokenTriedUpTo) {
      return Optional.empty();
    }
    int header = Base64Run.end(text, start);
    tokenTriedUpTo = header;
    int claims = part(header);
    int signature = claims < 0 ? -1 : part(claims);
    if (signature - claims < 9) {
      return Optional.empty();
    }
    String decoded = Base64Run.decode(text, start, header);
    boolean token = decoded.contains("\"alg\"") || decoded.contains("\"typ\"");
    return token
        ? Optional.of(new SecretSpan("a token (JWT)", start, signature))
        : Optional.empty();
  }

  /** Returns the end of the part of a token that follows the dot at {@code dot}, or -1. */
  private int part(int dot) {
    if (dot >= text.length() || text.charAt(dot) != '.') {
      return -1;
    }
    int end = Base64Run.end(text, dot + 1);
    return end == dot + 1 ? -1 : end;
  }

  /**
   * Finds a secret in base64: what decodes to text is searched, and a private key in binary form is
   * known by its first bytes. A letter or more may stand before the base64, so four starts are
   * tried; a look at twelve bytes refuses nearly all.
   */
  private Optional<SecretSpan> wrapped(int start, int end) {
    for (int at = start; at < start + 4 && end - at >= SHORTEST_WRAPPED; at++) {
      String head = Base64Run.decode(text, at, at + SHORTEST_WRAPPED);
      if (DerKey.startsIn(head)) {
        return Optional.of(new SecretSpan("a private key", at, Base64Run.end(text, at)));
      }
      if (isText(head)) {
        return unwrap(at);
      }
    }
    return Optional.empty();
  }

  private Optional<SecretSpan> unwrap(int start) {
    if (depth == 0 || start < unwrappedUpTo) {
      return Optional.empty();
    }
    int end = Base64Run.end(text, start);
    unwrappedUpTo = end;
    List<SecretSpan> inside =
        new SecretSearch(Base64Run.decode(text, start, end), 1, depth - 1).run();
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(new SecretSpan(inside.get(0).kind() + " in base64", start, end));
  }

  private static boolean isText(String decoded) {
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c >= 127 || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        return false;
      }
    }
    return true;
  }
}
