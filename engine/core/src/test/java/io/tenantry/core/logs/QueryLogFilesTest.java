package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.SettableClock;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of query logs: rights, damage, retention, removal. */
class QueryLogFilesTest {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName MAIN = new WorkspaceName("main");

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadThem() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = shop(engine);
      run(project, "SELECT 1");
      assertThat(texts(project)).containsExactly("SELECT 1");

      for (Path file : logFiles()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
      assertThat(logFiles()).isNotEmpty();
    }
  }

  @Test
  void aDamagedFileIsMovedAsideAndANewOneBegun() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      run(shop(engine), "SELECT 1");
    }
    Path file = logFiles().getFirst();
    Files.writeString(file, "this is no database at all ".repeat(200));

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      run(project, "SELECT 2");

      assertThat(texts(project)).containsExactly("SELECT 2");
      assertThat(logFiles())
          .anySatisfy(aside -> assertThat(aside.toString()).contains("log.db.damaged-"));
    }
  }

  @Test
  void aFileThatIsDamagedInsideIsReplacedToo() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = shop(engine);
      for (int i = 0; i < 3000; i++) {
        run(project, "SELECT " + i);
      }
    }
    byte[] bytes = Files.readAllBytes(logFiles().getFirst());
    for (int i = 200; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(logFiles().getFirst(), bytes);

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      run(project, "SELECT 'after'");

      assertThat(texts(project)).contains("SELECT 'after'");
    }
  }

  @Test
  void aFileOfTheFirstFormIsBroughtUpToDate() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = shop(engine);
      for (int i = 0; i < 5; i++) {
        run(project, "SELECT " + i);
        project.logs().stats(WAYNE);
      }
    }
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase file =
            sqlite.open(
                new OpenOptions(logFiles().getFirst(), OpenMode.READ_WRITE, Profile.ENGINE))) {
      file.executeScript(
          """
          DROP INDEX chunk_written;
          ALTER TABLE chunk DROP COLUMN written_from;
          ALTER TABLE chunk DROP COLUMN first_at;
          """);
      file.userVersion(1);
    }

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      run(project, "SELECT 5");

      ProjectLogPage page = project.projectLogs().list(LogSearch.all(), LogPageRequest.first(3));
      ProjectLogPage older =
          project
              .projectLogs()
              .list(LogSearch.all(), LogPageRequest.before(page.logs().getLast().entry().id(), 10));
      assertThat(page.total()).contains(6L);
      assertThat(page.logs())
          .extracting(each -> each.entry().query())
          .containsExactly("SELECT 5", "SELECT 4", "SELECT 3");
      assertThat(older.logs())
          .extracting(each -> each.entry().query())
          .containsExactly("SELECT 2", "SELECT 1", "SELECT 0");
    }
  }

  @Test
  void stepsAreAsFineAsCountsAreKept() {
    SettableClock clock = new SettableClock();
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder).withClock(clock))) {
      Project project = shop(engine);
      for (int i = 0; i < 60; i++) {
        run(project, "SELECT " + i);
        clock.advance(Duration.ofHours(1));
      }
      Instant now = clock.instant();

      assertThat(steps(project, now, Duration.ofHours(2), 60)).isEqualTo(2);
      assertThat(steps(project, now, Duration.ofHours(24), 300)).isEqualTo(24);
      assertThat(steps(project, now, Duration.ofDays(7), 3600)).isEqualTo(60);
      LogSpan longAgo =
          new LogSpan(now.minus(Duration.ofHours(50)), now.minus(Duration.ofHours(40)));
      assertThat(project.projectLogs().series(longAgo).steps()).hasSize(11);
      assertThat(project.projectLogs().series(WAYNE, longAgo).stepSeconds()).isEqualTo(86_400);
    }
  }

  private static int steps(Project project, Instant now, Duration length, long step) {
    LogSeries series = project.projectLogs().series(new LogSpan(now.minus(length), now));
    assertThat(series.stepSeconds()).isEqualTo(step);
    return series.steps().size();
  }

  @Test
  void oldEntriesGo() {
    SettableClock clock = new SettableClock();
    LogConfig config = new LogConfig(Duration.ofMillis(100), Duration.ofDays(30), 1_000_000);
    try (LocalEngine engine =
        LocalEngine.open(EngineConfig.at(folder).withClock(clock).withLogs(config))) {
      Project project = shop(engine);
      run(project, "SELECT 'old'");
      assertThat(texts(project)).hasSize(1);
      clock.advance(Duration.ofDays(29));
      run(project, "SELECT 'young'");
      assertThat(texts(project)).hasSize(2);
      assertThat(project.logs().stats(WAYNE).totalQueries()).isEqualTo(2);
      assertThat(project.logs().metrics(WAYNE).queryMetrics().queriesToday()).isEqualTo(1);

      clock.advance(Duration.ofDays(3));
      run(project, "SELECT 'new'");

      assertThat(texts(project)).containsExactly("SELECT 'new'", "SELECT 'young'");
      assertThat(project.logs().stats(WAYNE).totalQueries()).isEqualTo(2);
      assertThat(project.logs().metrics(LogWindow.DAY).queries()).isEqualTo(1);
      assertThat(project.logs().metrics(LogWindow.WEEK).queries()).isEqualTo(2);
    }
  }

  @Test
  void onlyTheNewestAreKept() {
    LogConfig config = new LogConfig(Duration.ofMillis(100), Duration.ofDays(30), 10);
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder).withLogs(config))) {
      Project project = shop(engine);
      for (int i = 0; i < 40; i++) {
        run(project, "SELECT " + i);
        project.logs().stats(WAYNE);
      }

      assertThat(texts(project)).hasSize(10).startsWith("SELECT 39").endsWith("SELECT 30");
      assertThat(project.logs().stats(WAYNE).totalQueries()).isEqualTo(40);
    }
  }

  @Test
  void aLongTextIsCut() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = shop(engine);
      run(project, "SELECT '" + "x".repeat(100_000) + "'");

      assertThat(texts(project)).singleElement().asString().hasSize(4096).startsWith("SELECT 'xxx");
    }
  }

  @Test
  void theLogOfADeletedProjectIsGone() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      ProjectSecrets made =
          engine.open(Credential.owner()).projects().create(new CreateProject("Gone"));
      Project project = engine.open(new Credential.ApiKey(made.apiKey()));
      design(project);
      run(project, "SELECT 1");
      assertThat(texts(project)).hasSize(1);
      run(project, "SELECT 2");

      engine.open(Credential.owner()).projects().delete(made.name());

      assertThat(logFiles()).isEmpty();
    }
    assertThat(logFiles()).isEmpty();
  }

  @Test
  void whatCannotBeTakenIsCounted() {
    ProjectId project = new ProjectId("tdb_2abf90d3");
    TenantPlace place = TenantPlace.first(project, MAIN, WAYNE, 1, Optional.empty());
    try (DataFolder data = DataFolder.open(folder, Instant.now(), _ -> {})) {
      QueryLogs logs = new QueryLogs(data, LogConfig.DEFAULT, InstantSource.system());
      for (int i = 0; i < 200_000; i++) {
        logs.record(event(place));
      }
      logs.settle(project);
      long kept = entries(logs, project);

      assertThat(kept + logs.dropped(project)).isEqualTo(200_000);
      assertThat(kept).isPositive();
      logs.close();
      logs.record(event(place));
      assertThat(kept + logs.dropped(project)).isEqualTo(200_001);
    }
  }

  private static long entries(QueryLogs logs, ProjectId project) {
    return logs.read(project, database -> database.queryLong("SELECT entries FROM state"))
        .orElseThrow();
  }

  private static QueryEvent event(TenantPlace place) {
    return new QueryEvent(
        1, place, "SELECT 1", QuerySource.PROXY, Optional.empty(), 1_000, Instant.now(), 1);
  }

  private static Project shop(LocalEngine engine) {
    Project project = engine.open(Credential.owner());
    design(project);
    return project;
  }

  private static void design(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().query(MAIN, new WorkspaceQuery("CREATE TABLE t (a)"));
    project.tenants().create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(MAIN))));
  }

  private static void run(Project project, String sql) {
    project.queries().tenant(new TenantQuery(WAYNE, MAIN, sql));
  }

  private static List<String> texts(Project project) {
    return project.logs().list(WAYNE, LogFilter.none(), 1000, 0).logs().stream()
        .map(LogEntry::query)
        .toList();
  }

  private List<Path> logFiles() throws IOException {
    Path logs = folder.resolve("query-logs");
    if (!Files.exists(logs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(logs)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Nothing of a parameter's value may ever be in a log. */
  @Test
  void valuesOfParametersAreNotInTheFile() throws IOException {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = shop(engine);
      project
          .queries()
          .tenant(
              new TenantQuery(
                  WAYNE, MAIN, "INSERT INTO t VALUES (?)", Parameters.of(Value.of("hunter2"))));
      assertThat(texts(project)).containsExactly("INSERT INTO t VALUES (?)");
    }
    for (Path file : logFiles()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain("hunter2");
    }
  }
}
