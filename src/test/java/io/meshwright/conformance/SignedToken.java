package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.meshwright.Trees;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token of a server, signed once more with that server's key: the server itself issues none that
 * has run out.
 *
 * @param issued the token that the server issued
 * @param key the PEM text of the server's key
 */
record SignedToken(String issued, String key) {
  private static final int HOUR = 3600;

  /** Returns the token as it would be had it been issued that many hours earlier. */
  String issuedEarlier(int hours) {
    String[] parts = issued.split("\\.", -1);
    ObjectNode claims =
        (ObjectNode) Trees.read(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
    for (String time : new String[] {"iat", "nbf", "exp"}) {
      claims.put(time, claims.path(time).longValue() - (long) hours * HOUR);
    }
    String text = parts[0] + "." + base64(claims.toString().getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey());
      signature.update(text.getBytes(UTF_8));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private PrivateKey privateKey() throws GeneralSecurityException {
    byte[] bytes = Base64.getMimeDecoder().decode(key.replaceAll("(?m)^-----.*$", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
