package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.testkit.SharedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is cut short, or that meets others at work, ends as if nothing had happened. */
class ImportCrashTest {
  private static final WorkspaceName SHOP = DoomedEngine.SHOP;
  private static final int TENANTS = 120;
  private static final int ROWS = 12_000;
  private static final long FEW_MILLIS = 5_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  @TempDir Path parent;

  @Test
  void aKilledImportGoesOnAndGivesEachTenantItsRowsOnce() throws Exception {
    Path folder = parent.resolve("data");
    SharedDatabase source = SharedDatabase.create(parent.resolve("shared.db"), TENANTS, ROWS);
    DoomedEngine.run(folder, "importing", source.file().toString());
    Files.delete(source.file().resolveSibling("shared.db")); // it is not needed any more
    SharedDatabase same = SharedDatabase.create(parent.resolve("same.db"), TENANTS, ROWS);

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      DataImport found = project.imports().list(SHOP).getFirst();
      DataImport ended = await(project);

      assertThat(found.tenantsDone()).isLessThan(TENANTS);
      assertThat(ended.errors()).isEmpty();
      assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
      assertThat(ended.tenantsDone()).isEqualTo(TENANTS);
      assertSame(project, ended, same, 1);
      assertNothingIsLeft(folder);
    }
  }

  @Test
  void aKilledImportIntoExistingTenantsAddsNothingTwice() throws Exception {
    Path folder = parent.resolve("data");
    SharedDatabase source = SharedDatabase.create(parent.resolve("shared.db"), TENANTS, ROWS);
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      fullImport(engine.open(Credential.owner()), source);
    }
    DoomedEngine.run(folder, "importing", more().file().toString());

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      DataImport ended = await(project);

      assertThat(ended.errors()).isEmpty();
      assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
      assertSame(project, ended, source, 2);
      assertThat(project.tenants().get(new TenantId("acme")).status().code()).isEqualTo("ready");
      assertNothingIsLeft(folder);
    }
  }

  @Test
  void queriesOnExistingTenantsGoOnDuringAnImport() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(parent.resolve("data")))) {
      Project project = engine.open(Credential.owner());
      SharedDatabase source = SharedDatabase.create(parent.resolve("shared.db"), TENANTS, ROWS);
      fullImport(project, source);
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger written = new AtomicInteger();
      Queue<EngineException> failures = new ConcurrentLinkedQueue<>();
      Thread writer = Thread.ofPlatform().start(() -> write(project, over, written, failures));

      DataImport started = project.imports().start(SHOP, request(more()));
      DataImport ended = await(project);
      over.set(true);
      join(writer);

      assertThat(failures).isEmpty();
      assertThat(started.status()).isEqualTo(ImportStatus.RUNNING);
      assertThat(ended.errors()).isEmpty();
      assertThat(written).hasPositiveValue();
      assertThat(count(project, "acme", "events WHERE kind = 'live'")).isEqualTo(written.get());
      assertSame(project, ended, source, 2);
    }
  }

  @Test
  void anImportStopsWithTheEngineAndGoesOnWithTheNext() {
    Path folder = parent.resolve("data");
    SharedDatabase source = SharedDatabase.create(parent.resolve("shared.db"), TENANTS, ROWS);
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      start(engine.open(Credential.owner()), source);
    }

    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      DataImport ended = await(project);

      assertThat(ended.errors()).isEmpty();
      assertThat(ended.status()).isEqualTo(ImportStatus.COMPLETED);
      assertSame(project, ended, source, 1);
    }
  }

  @Test
  void aCancelledImportKeepsWhatIsDoneAndMakesNothingMore() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(parent.resolve("data")))) {
      Project project = engine.open(Credential.owner());
      SharedDatabase source = SharedDatabase.create(parent.resolve("shared.db"), TENANTS, ROWS);
      DataImport started = start(project, source);

      EngineException second =
          catchThrowableOfType(
              EngineException.class, () -> project.imports().start(SHOP, request(source)));
      project.imports().cancel(SHOP, started.importId());
      DataImport ended = await(project);

      assertThat(second.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(ended.status()).isEqualTo(ImportStatus.CANCELLED);
      assertThat(ended.tenantsDone()).isLessThan(TENANTS);
      assertThat(ended.tenants())
          .filteredOn(tenant -> tenant.state() == DataImport.State.DONE)
          .hasSize(ended.tenantsDone());
      assertThat(project.tenants().list(TenantFilter.none(), PageRequest.all()).items())
          .hasSize(ended.tenantsDone());
    }
  }

  private static void write(
      Project project, AtomicBoolean over, AtomicInteger written, Queue<EngineException> failures) {
    while (!over.get()) {
      try {
        project
            .queries()
            .tenant(
                new TenantQuery(
                    new TenantId("acme"), SHOP, "INSERT INTO events (kind) VALUES ('live')"));
        written.incrementAndGet();
      } catch (EngineException e) {
        failures.add(e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same rows under other keys. */
  private SharedDatabase more() {
    return SharedDatabase.create(parent.resolve("more.db"), TENANTS, ROWS)
        .with(
            "DELETE FROM tenants",
            "UPDATE users SET id = id + 1000000, email = 'new-' || email",
            "UPDATE orders SET id = id + 1000000, user_id = user_id + 1000000",
            "UPDATE order_items SET order_id = order_id + 1000000",
            "UPDATE order_tags SET order_id = order_id + 1000000, tag_id = tag_id + 1000000",
            "UPDATE tags SET id = id + 1000000");
  }

  private static StartImport request(SharedDatabase source) {
    return new StartImport(new SourceConnection.SqliteFile(source.file().toString()), "tenant_id");
  }

  private static DataImport start(Project project, SharedDatabase source) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    return project.imports().startFull(SHOP, request(source)).data();
  }

  private static void fullImport(Project project, SharedDatabase source) {
    start(project, source);
    assertThat(await(project).status()).isEqualTo(ImportStatus.COMPLETED);
  }

  /** Compares the rows themselves after one import, their numbers after several. */
  private static void assertSame(
      Project project, DataImport ended, SharedDatabase source, int times) {
    for (DataImport.MappedTenant tenant : ended.tenants()) {
      for (String table : SharedDatabase.SPLIT_TABLES) {
        String expected = source.rowsOf(tenant.value(), table);
        if (times == 1) {
          assertThat(text(project, tenant.tenantId(), SharedDatabase.content(table)))
              .as("%s of %s", table, tenant.value())
              .isEqualTo(expected);
        } else if (!table.equals("tenants")) {
          String from = table.equals("events") ? "events WHERE kind <> 'live'" : table;
          assertThat(count(project, tenant.tenantId(), from))
              .as("%s of %s", table, tenant.value())
              .isEqualTo(times * Long.parseLong(expected.substring(0, expected.indexOf(':'))));
        }
      }
    }
  }

  private static long count(Project project, String tenant, String from) {
    return Long.parseLong(text(project, tenant, "SELECT count(*) FROM " + from));
  }

  private static String text(Project project, String tenant, String sql) {
    return project
        .queries()
        .tenant(new TenantQuery(new TenantId(tenant), SHOP, sql))
        .rows()
        .getFirst()
        .getFirst()
        .toString();
  }

  private static DataImport await(Project project) {
    DataImport now = project.imports().list(SHOP).getFirst();
    while (!now.status().ended()) {
      LockSupport.parkNanos(FEW_MILLIS);
      now = project.imports().status(SHOP, now.importId());
    }
    return project.imports().status(SHOP, now.importId());
  }

  /** The files go right after the end is noted. */
  private static void assertNothingIsLeft(Path folder) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (count(folder.resolve("imports")) > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(FEW_MILLIS);
    }
    assertThat(count(folder.resolve("imports"))).isZero();
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return left.count();
    }
  }
}
