package io.tenantry.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {
  private static final Secret KEY = new Secret("tdb_sk_0123456789");

  @TempDir private Path folder;

  @Test
  void secretComesBackFromANewVault() {
    new SecretVault(folder).put("one", KEY);
    assertThat(new SecretVault(folder).find("one")).contains(KEY);
    assertThat(new SecretVault(folder).find("two")).isEmpty();
  }

  @Test
  void filesHoldNoPlainSecretAndAreForTheOwnerOnly() throws IOException {
    new SecretVault(folder).put("one", KEY);
    for (String name : new String[] {"secrets.vault", "vault.key"}) {
      Path file = folder.resolve(name);
      assertThat(Files.readString(file)).doesNotContain(KEY.value());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void secretOfAnotherConnectionCannotBePutInItsPlace() throws IOException {
    new SecretVault(folder).put("one", KEY);
    Path file = folder.resolve("secrets.vault");
    Files.writeString(file, Files.readString(file).replace("one=", "two="));
    assertThat(new SecretVault(folder).find("two")).isEmpty();
  }

  @Test
  void removedSecretIsGone() {
    SecretVault vault = new SecretVault(folder);
    vault.put("one", KEY);
    vault.remove("one");
    assertThat(vault.find("one")).isEmpty();
  }
}
