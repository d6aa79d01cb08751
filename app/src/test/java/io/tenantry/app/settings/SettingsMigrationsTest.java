package io.tenantry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works on a settings folder as the first console left it. */
class SettingsMigrationsTest {
  private static final String PROD = "8f14e45f-ceea-467f-a0e6-1c7f5d0e2b11";

  @TempDir private Path folder;

  @BeforeEach
  void copyKeptFolder() throws IOException, URISyntaxException {
    URL kept = SettingsMigrationsTest.class.getResource("v1");
    Path from = Path.of(java.util.Objects.requireNonNull(kept).toURI());
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = folder.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  @Test
  void whatHoldsForTheWindowStays() {
    ConsoleSettings read = new ConsoleSettingsFile(folder).read();
    assertThat(read.theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(read.density()).isEqualTo(Density.COMPACT);
    assertThat(read.windows())
        .containsExactly(
            new WindowState(
                PROD, "", "QUERY", "", Optional.of(new WindowPlace(10, 20, 1200, 800, false))));
    assertThat(read.values()).containsOnlyKeys("endpoint.port");
  }

  @Test
  void tabsAndTypedSqlGoToTheConnectionThatWasOpenLast() {
    new ConsoleSettingsFile(folder).read();
    ProjectMemory first = memoryOf(PROD, "tdb_11111111");
    assertThat(first.value("query.tabs"))
        .isEqualTo("query-1=tenant:fintech:cust0017;query-2=all:fintech");
    assertThat(first.texts().read(TextKind.SQL, "query-1"))
        .contains("UPDATE users SET phone='123'");
    assertThat(first.texts().read(TextKind.SQL, "workspace-fintech"))
        .contains("CREATE TABLE t (id INTEGER)");
  }

  @Test
  void noOtherConnectionAndNoOtherProjectSeesThem() {
    new ConsoleSettingsFile(folder).read();
    assertThat(memoryOf("local", "tdb_11111111").texts().keys(TextKind.SQL)).isEmpty();
    memoryOf(PROD, "tdb_11111111");
    ProjectMemory second = memoryOf(PROD, "tdb_22222222");
    assertThat(second.value("query.tabs")).isEmpty();
    assertThat(second.texts().keys(TextKind.SQL)).isEmpty();
  }

  @Test
  void widthsThatTheLayoutSetItselfAreDropped() {
    assertThat(new ConsoleSettingsFile(folder).read().layout()).isEmpty();
    assertThat(memoryOf(PROD, "tdb_11111111").read("column.tenants.Tenant")).isEmpty();
  }

  @Test
  void fileOfBeforeIsKeptAndTheMigrationRunsOnce() throws IOException {
    String before = Files.readString(folder.resolve("console.json"));
    ConsoleSettings migrated = new ConsoleSettingsFile(folder).read();
    assertThat(folder.resolve("console.json.v1")).hasContent(before);
    assertThat(folder.resolve("editors/query-1.sql")).exists();
    assertThat(new ConsoleSettingsFile(folder).read()).isEqualTo(migrated);
    assertThat(folder.resolve("console.json.v1")).hasContent(before);
  }

  @Test
  void workOfAConnectionThatIsGoneGoesToTheLocalEngine() throws IOException {
    Files.delete(folder.resolve("connections.json"));
    new ConsoleSettingsFile(folder).read();
    assertThat(memoryOf("local", "tdb_11111111").value("query.tabs")).isNotEmpty();
  }

  private ProjectMemory memoryOf(String connection, String project) {
    return new ProjectMemories(folder, new SameThreadTaskRunner())
        .of(new ProjectScope(connection, project));
  }
}
