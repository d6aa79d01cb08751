package io.tenantry.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.PkiException;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsConfig;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Reads certificate and key. */
final class PemTls {
  private PemTls() {}

  /**
   * Reads both files.
   *
   * @throws EngineException BAD_REQUEST naming the file that is missing or cannot be used
   */
  static Tls read(HttpConfig.PemFiles files) {
    requireReadable("tls.certificate", files.certificates());
    requireReadable("tls.key", files.key());
    Resource certificates = Resource.create(files.certificates());
    Resource key = Resource.create(files.key());
    try {
      TlsConfig.Builder tls =
          Tls.builder()
              .enabledCipherSuites(strongSuites())
              .privateKey(keys -> keys.pem(pem -> pem.key(key)))
              .privateKeyCertChain(keys -> keys.pem(pem -> pem.certChain(certificates)));
      requirePair(tls.privateKey().orElseThrow(), tls.privateKeyCertChain().getFirst());
      return tls.build();
    } catch (PkiException
        | GeneralSecurityException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw unusable("tls.key", files.key(), e);
    }
  }

  /** All that the JDK offers but those that encrypt in CBC: they ask for SHA-1, or leak by time. */
  private static List<String> strongSuites() throws GeneralSecurityException {
    return Stream.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
        .filter(suite -> !suite.contains("_CBC_"))
        .toList();
  }

  /** A key that belongs to another certificate would fail every client's handshake only. */
  private static void requirePair(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (certificate.getPublicKey().getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> certificate.getPublicKey().getAlgorithm();
        };
    byte[] text = "pair".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(text);
    if (!signature.verify(signed)) {
      throw new IllegalArgumentException("the key is not that of the certificate");
    }
  }

  private static void requireReadable(String setting, Path file) {
    if (!Files.isReadable(file)) {
      throw EngineException.badField(setting, setting + ": " + file + " cannot be read");
    }
  }

  private static EngineException unusable(String setting, Path file, Exception cause) {
    return new EngineException(
        ErrorCode.BAD_REQUEST,
        "TLS needs a PEM certificate chain and its PKCS #8 key without a passphrase; "
            + file
            + " and its certificate do not work together: "
            + cause.getMessage(),
        Map.of("field", setting),
        cause);
  }
}
