package io.tenantry.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.PkiException;
import io.helidon.common.tls.Tls;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
      return Tls.builder()
          .privateKey(keys -> keys.pem(pem -> pem.key(key)))
          .privateKeyCertChain(keys -> keys.pem(pem -> pem.certChain(certificates)))
          .build();
    } catch (PkiException | IllegalArgumentException | IllegalStateException e) {
      throw unusable("tls.key", files.key(), e);
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
