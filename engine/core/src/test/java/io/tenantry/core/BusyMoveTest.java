package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.hosts.RegionConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that is read and written all the time while it moves through all kinds of hosts. */
class BusyMoveTest {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final int ROWS = 20_000;
  private static final int WRITERS = 3;

  @TempDir Path temp;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong acknowledged = new AtomicLong();

  @Test
  void noStatementFailsAndNoRowIsLost() throws Exception {
    EngineConfig config =
        EngineConfig.at(temp.resolve("data"))
            .withRegions(
                List.of(
                    new RegionConfig(
                        new Region("north", "North", true), Optional.of(temp.resolve("north"))),
                    new RegionConfig(
                        new Region("south", "South", false), Optional.of(temp.resolve("south")))));
    try (LocalEngine engine = LocalEngine.open(config);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Project project = engine.open(Credential.owner());
      fill(project);
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        work.add(callers.submit(() -> write(project)));
      }
      work.add(callers.submit(() -> read(project)));
      work.add(callers.submit(() -> fanOut(project)));

      try {
        moveAround(project);
      } finally {
        over.set(true);
      }
      for (Future<?> each : work) {
        each.get();
      }
      assertThat(acknowledged.get()).isPositive();
      assertThat(value(project, "SELECT count(*) FROM notes"))
          .isEqualTo(Value.of(ROWS + acknowledged.get()));
      assertThat(value(project, "SELECT count(DISTINCT body) FROM notes"))
          .isEqualTo(Value.of(ROWS + acknowledged.get()));
    }
    assertThat(files(temp))
        .filteredOn(name -> name.startsWith("shop__"))
        .containsExactly("shop__wayne.3.db");
  }

  private void moveAround(Project project) throws Exception {
    move(project, new ChangeIsolation(SHOP, 2, Optional.empty()));
    assertThat(files(temp.resolve("north"))).containsExactly("shop__wayne.1.db");
    move(project, ChangeIsolation.toRegion(SHOP, "south"));
    assertThat(files(temp.resolve("south"))).containsExactly("shop__wayne.2.db");
    move(project, ChangeIsolation.toShared(SHOP));
  }

  private static void fill(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(
            SHOP,
            new WorkspaceQuery(
                "CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL);"
                    + "CREATE INDEX notes_body ON notes (body)"));
    project.tenants().create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(SHOP))));
    run(
        project,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS
            + ") INSERT INTO notes (body) SELECT randomblob(500) FROM n");
  }

  private void write(Project project) {
    while (!over.get()) {
      run(project, "INSERT INTO notes (body) VALUES (randomblob(500))");
      acknowledged.incrementAndGet();
    }
  }

  private void read(Project project) {
    while (!over.get()) {
      long before = acknowledged.get();
      if (value(project, "SELECT count(*) FROM notes") instanceof Value.Integer(long rows)) {
        assertThat(rows).isGreaterThanOrEqualTo(ROWS + before);
      }
    }
  }

  private void fanOut(Project project) {
    while (!over.get()) {
      List<TenantAnswer> answers =
          project.queries().adminAll(new FanOutQuery(SHOP, "SELECT max(id) FROM notes"));
      assertThat(answers).allSatisfy(answer -> assertThat(answer.failure()).isEmpty());
    }
  }

  private static void move(Project project, ChangeIsolation request) throws Exception {
    project.tenants().changeIsolation(WAYNE, request);
    while (project.tenants().get(WAYNE).status() != TenantStatus.READY) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(project.tenants().isolationChanges(WAYNE).getFirst().state())
        .isEqualTo(IsolationChange.State.COMPLETED);
  }

  private static QueryResult run(Project project, String sql) {
    return project.queries().tenant(new TenantQuery(WAYNE, SHOP, sql));
  }

  private static Value value(Project project, String sql) {
    return run(project, sql).rows().getFirst().getFirst();
  }

  private static List<String> files(Path below) {
    return LiveFolder.databases(below).stream().map(path -> path.getFileName().toString()).toList();
  }
}
