package io.tenantry.app.connect;

import io.tenantry.app.settings.WholeFiles;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the API keys of remote connections in {@code secrets.vault}, each encrypted with
 * AES-256-GCM and bound to its connection. The key stands in {@code vault.key} beside it; both are
 * readable by their owner only, so this guards against a copied file, not against the user's own
 * programs. The only writer of its file. Any thread.
 */
public final class SecretVault {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final Path keyFile;
  private final SecureRandom random = new SecureRandom();
  private @Nullable Map<String, String> sealed;

  public SecretVault(Path configFolder) {
    this.file = configFolder.resolve("secrets.vault");
    this.keyFile = configFolder.resolve("vault.key");
  }

  /** Reads the file, so that later calls need not wait for it. */
  public synchronized void read() {
    load();
  }

  /** Returns the secret of a connection, empty when none is kept or it cannot be read any more. */
  public synchronized Optional<Secret> find(String connectionId) {
    String found = load().get(connectionId);
    return found == null ? Optional.empty() : open(connectionId, found);
  }

  /** Keeps the secret of a connection. */
  public synchronized void put(String connectionId, Secret secret) {
    Map<String, String> all = load();
    all.put(connectionId, seal(connectionId, secret));
    store(all);
  }

  /** Forgets the secret of a connection. */
  public synchronized void remove(String connectionId) {
    Map<String, String> all = load();
    if (all.remove(connectionId) != null) {
      store(all);
    }
  }

  private String seal(String id, Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce);
      byte[] hidden = cipher.doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
      byte[] both = new byte[nonce.length + hidden.length];
      System.arraycopy(nonce, 0, both, 0, nonce.length);
      System.arraycopy(hidden, 0, both, nonce.length, hidden.length);
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw EngineException.internal("The secret could not be encrypted", e);
    }
  }

  private Optional<Secret> open(String id, String text) {
    try {
      byte[] both = Base64.getDecoder().decode(text);
      byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, id, nonce);
      byte[] plain = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return Optional.of(new Secret(new String(plain, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] key() {
    try {
      if (Files.exists(keyFile)) {
        return Base64.getDecoder().decode(Files.readString(keyFile).strip());
      }
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      WholeFiles.write(keyFile, Base64.getEncoder().encodeToString(fresh));
      return fresh;
    } catch (IOException e) {
      throw EngineException.internal("The key of saved secrets cannot be read: " + keyFile, e);
    }
  }

  private Map<String, String> load() {
    Map<String, String> known = sealed;
    if (known != null) {
      return known;
    }
    Map<String, String> all = new HashMap<>();
    if (Files.exists(file)) {
      try (var lines = Files.lines(file)) {
        lines
            .map(line -> line.split("=", 2))
            .filter(pair -> pair.length == 2)
            .forEach(pair -> all.put(pair[0], pair[1]));
      } catch (IOException e) {
        throw EngineException.internal("Saved secrets cannot be read: " + file, e);
      }
    }
    sealed = all;
    return all;
  }

  private void store(Map<String, String> all) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(all)
        .forEach((id, cipher) -> text.append(id).append('=').append(cipher).append('\n'));
    try {
      WholeFiles.write(file, text.toString());
    } catch (IOException e) {
      throw EngineException.internal("Secrets could not be written: " + file, e);
    }
  }
}
