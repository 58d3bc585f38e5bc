package io.meshwright.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A certificate of the file that should hold the mesh's root. Its dates are not looked at: what is
 * found must not change with the day.
 *
 * @param subject whom it is about, in the form of RFC 2253
 * @param authority whether it may sign other certificates
 * @param fingerprint the SHA-256 of its DER form, in lower-case hexadecimal digits
 */
public record RootCertificate(String subject, boolean authority, String fingerprint) {
  private static final int WITH_EXTENSIONS = 3;

  /**
   * Returns the certificates of {@code pem}, in its order.
   *
   * @throws CertificateException if one of them is none
   */
  static List<RootCertificate> of(String pem) throws CertificateException {
    List<RootCertificate> roots = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (Certificate certificate :
        factory.generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)))) {
      if (certificate instanceof X509Certificate x509) {
        roots.add(
            new RootCertificate(
                x509.getSubjectX500Principal().getName(), isAuthority(x509), fingerprint(x509)));
      }
    }
    return roots;
  }

  /** A certificate of an older form says nothing about it; Go takes such a one for an authority. */
  private static boolean isAuthority(X509Certificate certificate) {
    return certificate.getVersion() < WITH_EXTENSIONS || certificate.getBasicConstraints() >= 0;
  }

  private static String fingerprint(X509Certificate certificate) throws CertificateException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
