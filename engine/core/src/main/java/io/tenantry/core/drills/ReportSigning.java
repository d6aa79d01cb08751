package io.tenantry.core.drills;

import io.tenantry.contract.Secret;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.SignedReport;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.drills.SigningKeyRepository.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Signs reports with a key of the data folder, made when the first one is signed. Its private part
 * is sealed in the catalog. Any thread.
 */
final class ReportSigning {
  private static final String ALGORITHM = "Ed25519";
  private static final String OWNER = "signing-key";
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";
  private final Catalog catalog;
  private final Secrets secrets;

  ReportSigning(Catalog catalog, Secrets secrets) {
    this.catalog = catalog;
    this.secrets = secrets;
  }

  private Keys keys() {
    return catalog
        .read(SigningKeyRepository::find)
        .orElseGet(
            () -> {
              Keys made = make();
              return catalog.write(handle -> SigningKeyRepository.keepFirst(handle, made));
            });
  }

  private Keys make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Secret secret =
          new Secret(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
      return new Keys(pair.getPublic().getEncoded(), secrets.seal(secret, OWNER));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Returns what reports are signed with; makes it when there is none. */
  PrivateKey privateKey() {
    byte[] secret = Base64.getDecoder().decode(secrets.open(keys().sealed(), OWNER).value());
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Signs a text. */
  static String sign(PrivateKey key, String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Returns what signatures are checked with, as PEM. */
  String publicKey() {
    return BEGIN
        + "\n"
        + Base64.getEncoder().encodeToString(keys().publicKey())
        + "\n"
        + END
        + "\n";
  }

  /** Checks a signature; whatever is no key or no signature is none of ours. */
  ReportCheck check(SignedReport report) {
    try {
      byte[] encoded =
          Base64.getMimeDecoder()
              .decode(report.publicKey().replace(BEGIN, "").replace(END, "").strip());
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(report.text().getBytes(StandardCharsets.UTF_8));
      if (!signature.verify(Base64.getDecoder().decode(report.signature().strip()))) {
        return ReportCheck.ALTERED;
      }
      return MessageDigest.isEqual(encoded, keys().publicKey())
          ? ReportCheck.GENUINE
          : ReportCheck.OTHER_ENGINE;
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      return ReportCheck.ALTERED;
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java has " + ALGORITHM, e);
  }
}
