package io.tenantry.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;
  private Path file;
  private Secrets secrets;

  @BeforeEach
  void open() {
    file = folder.resolve("secret.key");
    secrets = Secrets.open(file, true);
  }

  @Test
  void makesTheDocumentedForms() {
    assertThat(secrets.newProjectId()).matches("tdb_[0-9a-f]{8}");
    assertThat(secrets.newApiKey().value()).matches("tdb_sk_[0-9a-f]{64}");
    assertThat(secrets.newProxyPassword().value()).matches("tdb_[0-9a-f]{16}");
    assertThat(secrets.newSessionToken().value()).matches("tdb_sess_[0-9a-f]{64}");
    assertThat(secrets.newApiKey()).isNotEqualTo(secrets.newApiKey());
  }

  @Test
  void whatIsSealedOpensAfterARestart() {
    Secret secret = secrets.newApiKey();
    byte[] sealed = secrets.seal(secret, "tenant:a");

    assertThat(Secrets.open(file, false).open(sealed, "tenant:a")).isEqualTo(secret);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(secret.value());
    assertThat(secrets.seal(secret, "tenant:a")).isNotEqualTo(sealed);
  }

  @Test
  void aCiphertextOfAnotherOwnerOrChangedByOneBitDoesNotOpen() {
    byte[] sealed = secrets.seal(new Secret("s"), "tenant:a");
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertUnreadable(sealed, "tenant:b");
    assertUnreadable(changed, "tenant:a");
    assertUnreadable(new byte[0], "tenant:a");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theMasterKeyIsForTheOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aMissingOrDamagedMasterKeyIsNeverReplaced() throws IOException {
    Path missing = folder.resolve("missing.key");
    assertThatThrownBy(() -> Secrets.open(missing, false)).hasMessageContaining("is missing");
    assertThat(missing).doesNotExist();

    Files.writeString(file, "deadbeef");
    EngineException failure =
        catchThrowableOfType(EngineException.class, () -> Secrets.open(file, true));
    assertThat(failure).hasMessageContaining("is damaged");
    assertThat(failure.detail("reason")).contains("key_missing");
    assertThat(file).hasContent("deadbeef");
  }

  private void assertUnreadable(byte[] sealed, String owner) {
    EngineException failure =
        catchThrowableOfType(EngineException.class, () -> secrets.open(sealed, owner));
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }
}
