package io.tenantry.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.app.guard.GuardLevel;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBookTest {
  private static final Connection PRODUCTION =
      new Connection(
          "p1",
          "Production",
          new Target.Remote(URI.create("https://engine.example.com")),
          ConnectionColour.RED,
          "live",
          GuardLevel.TYPED,
          Optional.empty());

  @TempDir private Path folder;

  @Test
  void localEngineIsAlwaysFirst() {
    assertThat(book().all()).singleElement().matches(Connection::isLocal);
    book().save(PRODUCTION);
    assertThat(book().local().isLocal()).isTrue();
  }

  @Test
  void savedConnectionComesBackWhole() {
    book().save(PRODUCTION);
    assertThat(book().find("p1")).contains(PRODUCTION);
  }

  @Test
  void localEngineCannotBeRemoved() {
    ConnectionBook book = book();
    book.remove(book.local());
    assertThat(book.all()).hasSize(1);
  }

  @Test
  void removingForgetsTheSecret() {
    SecretVault vault = new SecretVault(folder);
    ConnectionBook book = new ConnectionBook(folder, vault);
    vault.put("p1", new Secret("tdb_sk_1"));
    book.save(PRODUCTION);
    book.remove(PRODUCTION);
    assertThat(vault.find("p1")).isEmpty();
  }

  @Test
  void exportHoldsNoSecretAndCanBeImported(@TempDir Path other) throws IOException {
    SecretVault vault = new SecretVault(folder);
    vault.put("p1", new Secret("tdb_sk_very_secret"));
    ConnectionBook book = new ConnectionBook(folder, vault);
    book.save(PRODUCTION);
    Path file = folder.resolve("export.json");
    book.exportTo(file);
    assertThat(Files.readString(file)).doesNotContain("very_secret");
    ConnectionBook imported = new ConnectionBook(other, new SecretVault(other));
    assertThat(imported.importFrom(file)).isEqualTo(1);
    assertThat(imported.find("p1")).contains(PRODUCTION);
  }

  @Test
  void fileThatIsNoListOfConnectionsIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{ not json");
    assertThatThrownBy(() -> book().importFrom(file)).isInstanceOf(EngineException.class);
  }

  private ConnectionBook book() {
    return new ConnectionBook(folder, new SecretVault(folder));
  }
}
