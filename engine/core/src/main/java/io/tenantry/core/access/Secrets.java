package io.tenantry.core.access;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes secrets, seals those that must be shown again, and hashes those that must only be
 * recognised. The master key lies in a file beside the catalog, so a copy of the catalog alone
 * gives nothing away. Any thread.
 */
public final class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte FORMAT = 1;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private Secrets(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Reads the master key, or makes it.
   *
   * @param file where the key lies
   * @param mayCreate whether a missing key is made: only while nothing was sealed with one
   * @throws EngineException BAD_REQUEST with detail {@code reason} {@code key_missing}
   */
  public static Secrets open(Path file, boolean mayCreate) {
    if (Files.exists(file)) {
      return new Secrets(read(file));
    }
    if (!mayCreate) {
      throw keyMissing(file, " is missing");
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    AtomicFiles.write(file, HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
    return new Secrets(key);
  }

  /**
   * Encrypts a secret.
   *
   * @param owner what it belongs to, for example {@code tenant:tdb_…:wayne}; the same is needed to
   *     open it, so a ciphertext copied to another row is useless
   * @return format byte, nonce, ciphertext and tag
   */
  public byte[] seal(Secret secret, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, owner);
      byte[] sealed = cipher.doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  /**
   * Decrypts what {@link #seal} made.
   *
   * @throws EngineException INTERNAL_ERROR when it was sealed with another key or for another owner
   */
  public Secret open(byte[] sealed, String owner) {
    try {
      if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT) {
        throw new AEADBadTagException("unknown format");
      }
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES), owner);
      byte[] open = cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return new Secret(new String(open, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw EngineException.internal(
          "A stored secret cannot be read; does secret.key belong to this catalog?", e);
    }
  }

  /** Returns the SHA-256 of a secret made by this class; they are too random to be guessed. */
  public static byte[] hash(Secret secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.value().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Makes the text of a project id: {@code tdb_} and 8 hexadecimal digits. */
  public String newProjectId() {
    return "tdb_" + hex(4);
  }

  /** Makes an API key: {@code tdb_sk_} and 64 hexadecimal digits. */
  public Secret newApiKey() {
    return new Secret("tdb_sk_" + hex(32));
  }

  /** Makes a password for database connections: {@code tdb_} and 16 hexadecimal digits. */
  public Secret newProxyPassword() {
    return new Secret("tdb_" + hex(8));
  }

  /** Makes a session token: {@code tdb_sess_} and 64 hexadecimal digits. */
  public Secret newSessionToken() {
    return new Secret("tdb_sess_" + hex(32));
  }

  /** Makes a token of a user: {@code psql_live_} and 64 hexadecimal digits. */
  public Secret newUserToken() {
    return new Secret("psql_live_" + hex(32));
  }

  /**
   * Returns the HMAC-SHA-256 of data that must not be guessed from its result.
   *
   * @param purpose makes the key another one for every use
   */
  public byte[] mac(String purpose, byte[] data) {
    return hmac(hmac(key, purpose.getBytes(StandardCharsets.UTF_8)), data);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    return hmac(new SecretKeySpec(key, "HmacSHA256"), data);
  }

  private static byte[] hmac(SecretKey key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Returns random hexadecimal digits, two per byte. */
  public String hex(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] read(Path file) {
    try {
      byte[] key =
          HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length != KEY_BYTES) {
        throw keyMissing(file, " is damaged");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw keyMissing(file, " is damaged");
    } catch (IOException e) {
      throw FileFailures.of("read", file, e);
    }
  }

  private static EngineException keyMissing(Path file, String what) {
    return FileFailures.folder(
        FailureReason.KEY_MISSING,
        file,
        file + what + "; without it the stored API keys and passwords cannot be read");
  }
}
