package io.tenantry.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.tasks.SameThreadTaskRunner;
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
          new EngineTarget.Remote(URI.create("https://engine.example.com")),
          ConnectionColour.RED,
          "live",
          GuardLevel.TYPED,
          Optional.empty());

  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();

  @Test
  void localEngineIsAlwaysFirst() {
    assertThat(book().all()).singleElement().matches(Connection::isLocal);
    book().save(PRODUCTION);
    tasks.tick();
    assertThat(book().local().isLocal()).isTrue();
  }

  @Test
  void savedConnectionComesBackWhole() {
    book().save(PRODUCTION);
    tasks.tick();
    assertThat(book().find("p1")).contains(PRODUCTION);
  }

  @Test
  void localEngineCannotBeRemoved() {
    ConnectionBook book = book();
    book.remove(book.local());
    assertThat(book.all()).hasSize(1);
  }

  @Test
  void removedConnectionIsTakenBackAtItsPlace() {
    ConnectionBook book = book();
    book.save(PRODUCTION);
    book.save(other("p2"));
    int index = book.indexOf("p1");
    book.remove(PRODUCTION);
    book.putBack(PRODUCTION, index);
    assertThat(book.all()).extracting(Connection::id).containsExactly("local", "p1", "p2");
  }

  @Test
  void exportHoldsNoSecretAndCanBeImported(@TempDir Path other) throws IOException {
    SecretVault vault = new SecretVault(folder);
    vault.put("p1", new Secret("tdb_sk_very_secret"));
    ConnectionBook book = new ConnectionBook(folder, folder.resolve("data"), tasks);
    book.save(PRODUCTION);
    Path file = folder.resolve("export.json");
    book.exportTo(file);
    assertThat(Files.readString(file)).doesNotContain("very_secret");
    ConnectionBook imported = new ConnectionBook(other, other.resolve("data"), tasks);
    assertThat(imported.importFrom(file)).isEqualTo(1);
    assertThat(imported.find("p1")).contains(PRODUCTION);
  }

  @Test
  void fileThatIsNoListOfConnectionsIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{ not json");
    assertThatThrownBy(() -> book().importFrom(file)).isInstanceOf(EngineException.class);
  }

  @Test
  void dataFolderOfAnotherStartStaysAConnectionOfItsOwn() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    ConnectionBook first = book();
    first.save(first.local());
    tasks.tick();
    ConnectionBook second = new ConnectionBook(folder, folder.resolve("elsewhere"), tasks);
    assertThat(second.local().address()).isEqualTo(folder.resolve("elsewhere").toString());
    assertThat(second.local().id()).isNotEqualTo("local");
    assertThat(second.find("local").orElseThrow().address())
        .isEqualTo(folder.resolve("data").toString());
    second.save(second.local());
    tasks.tick();
    assertThat(book().local().id()).isEqualTo("local");
  }

  @Test
  void movedDataFolderKeepsItsConnection() {
    ConnectionBook first = new ConnectionBook(folder, folder.resolve("gone"), tasks);
    first.save(first.local());
    tasks.tick();
    assertThat(book().local().id()).isEqualTo("local");
    assertThat(book().all()).hasSize(1);
  }

  @Test
  void localEngineOfAConsoleThatKeptNoFolderIsThatOfTheStart() throws IOException {
    Files.writeString(
        folder.resolve("connections.json"),
        """
        {"connections":[{"id":"local","name":"Mine","url":"","colour":"GREEN"}]}\
        """);
    assertThat(book().local().name()).isEqualTo("Mine");
    assertThat(book().local().address()).isEqualTo(folder.resolve("data").toString());
  }

  private ConnectionBook book() {
    return new ConnectionBook(folder, folder.resolve("data"), tasks);
  }

  private static Connection other(String id) {
    return new Connection(
        id,
        id,
        PRODUCTION.target(),
        ConnectionColour.BLUE,
        "",
        GuardLevel.CONFIRM,
        Optional.empty());
  }
}
