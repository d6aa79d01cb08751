package io.tenantry.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.sqlite.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts that a seed decides, run by SQLite alone on a filled database and by a deployment on a
 * tenant with the same rows: both must end alike. Going back must lead to what was there before, or
 * to what was said to be lost. More seeds by hand: {@code
 * -Dtest.args="-Dtenantry.oracle.seeds=10000 -Dtenantry.oracle.first=1000"}.
 */
class OracleTest {
  private static final int FIRST_SEED = Integer.getInteger("tenantry.oracle.first", 1);
  private static final int SEEDS = Integer.getInteger("tenantry.oracle.seeds", 200);
  private static final int WORKERS = 2;
  private static final int LATER = 50;
  private static final long POLL_NANOS = 8_000_000;

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private LocalEngine engine;
  private Project project;
  private final AtomicInteger compared = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @BeforeEach
  void open() {
    engine = LocalEngine.open(EngineConfig.at(folder).withDurability(Durability.NORMAL));
    project = engine.open(Credential.owner());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @Timeout(value = 12, unit = TimeUnit.HOURS)
  void deploymentsDoWhatSqliteDoesAndGoBack() {
    Queue<String> differences = new ConcurrentLinkedQueue<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      IntStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
          .forEach(seed -> workers.execute(() -> difference(seed).ifPresent(differences::add)));
    }
    assertThat(String.join("\n", differences)).as("differences").isEmpty();
    assertThat(refused.get()).as("scripts that SQLite refuses").isLessThan(compared.get() / 4);
  }

  private Optional<String> difference(int seed) {
    try {
      new Case(seed).check();
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of("seed " + seed + ": " + e.getMessage());
    }
  }

  /** One seed: a blueprint and a tenant of its own. */
  private final class Case {
    private final WorkspaceName blueprint;
    private final TenantId tenant;
    private final RandomDatabase database;

    /** Every fourth case goes two versions far: each deployment takes its time. */
    private final boolean far;

    /** Copies have tests of their own; here every fourth case has them taken. */
    private final boolean safe;

    Case(int seed) {
      this.far = seed % 4 == 0;
      this.safe = seed % 4 == 1;
      this.blueprint = new WorkspaceName("w" + seed);
      this.tenant = new TenantId("t" + seed);
      this.database = new RandomDatabase(new Random(seed));
    }

    void check() {
      project
          .workspaces()
          .create(new CreateWorkspace(blueprint, DatabaseType.SQLITE, WorkspaceMode.TENANT));
      design(database.schema());
      project
          .tenants()
          .createMany(
              new CreateTenants(
                  List.of(tenant.value()), List.of(TenantDatabaseRequest.shared(blueprint))));
      for (String sql : database.rows()) {
        project.queries().tenant(new TenantQuery(tenant, blueprint, sql));
      }
      Content before = content();
      Map<Table, String> names = new LinkedHashMap<>();
      database.tables.forEach(table -> names.put(table, table.name));
      List<String> first = RandomMigration.next(database);
      Deployment done = deployed(before, first);
      if (done == null) {
        return;
      }
      List<String> grown = grown(names);
      Content there = content();
      Deployment undone =
          ended(project.deployments().undo(done.jobId(), UndoDeployment.byPlan().confirmed()));
      requireDone(undone, first);
      there.requireCounted(undone, shown(first));
      content().requireBack(before, losses(done, undone), false, shown(first));
      content().requireRow(grown, LATER, losses(undone), shown(first));
      if (far) {
        goOver(first);
      }
    }

    /** Adds a row to each table that is still there; returns what those were called before. */
    private List<String> grown(Map<Table, String> names) {
      List<String> grown = new ArrayList<>();
      names.forEach(
          (table, name) -> {
            if (database.tables.contains(table) && isTaken(database.insert(table, LATER))) {
              grown.add(name);
            }
          });
      return grown;
    }

    /** A constraint may refuse a row, or the value that a default gives it. */
    private boolean isTaken(String sql) {
      try {
        project.queries().tenant(new TenantQuery(tenant, blueprint, sql));
        return true;
      } catch (EngineException refused) {
        return false;
      }
    }

    /** Forward again, over a second script, and back in one step. */
    private void goOver(List<String> first) {
      Content start = content();
      Deployment again = ended(project.deployments().create(forward()));
      requireDone(again, first);
      List<String> second = RandomMigration.next(database);
      Deployment next = deployed(content(), second);
      if (next == null) {
        return;
      }
      Content there = content();
      CreateDeployment back =
          new CreateDeployment(blueprint, Optional.of(new Version(1, 1)), List.of());
      Deployment down = ended(project.deployments().create(back.with(options().withDowngrade())));
      requireDone(down, second);
      there.requireCounted(down, shown(first) + shown(second));
      content()
          .requireBack(
              start, losses(again, next, down), true, shown(first) + "\n-- then\n" + shown(second));
    }

    /** Deploys a script and compares with SQLite; null for one that SQLite refuses. */
    private @Nullable Deployment deployed(Content before, List<String> script) {
      Optional<Content> wanted = before.after(script);
      if (wanted.isEmpty()) {
        refused.incrementAndGet();
        return null;
      }
      design(script);
      Deployment done = ended(project.deployments().create(forward()));
      requireDone(done, script);
      before.requireCounted(done, shown(script));
      content().requireSame(wanted.get(), shown(script));
      compared.incrementAndGet();
      return done;
    }

    private CreateDeployment forward() {
      return new CreateDeployment(blueprint).with(options());
    }

    private DeploymentOptions options() {
      return DeploymentOptions.defaults().withSafetyBackup(safe);
    }

    private void design(List<String> script) {
      project.workspaces().importSchema(blueprint, new ImportSchema.FromSql(shown(script)));
    }

    private Content content() {
      return Content.of(file(), folder.resolve("copies"));
    }

    private Path file() {
      try (Stream<Path> files = Files.walk(folder.resolve("hosts"))) {
        return files
            .filter(file -> file.endsWith(blueprint + "__" + tenant + ".db"))
            .findFirst()
            .orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String shown(List<String> script) {
    return script.stream().collect(Collectors.joining(";\n", "", ";\n"));
  }

  private static List<DataLoss> losses(Deployment... deployments) {
    return Stream.of(deployments)
        .flatMap(deployment -> deployment.detail().losses().stream())
        .toList();
  }

  private static void requireDone(Deployment deployment, List<String> script) {
    if (deployment.failedTenants() > 0) {
      throw new AssertionError(
          deployment.detail().kind()
              + " "
              + deployment.errors()
              + losses(deployment)
              + "\n"
              + shown(script));
    }
  }

  private Deployment ended(Deployment started) {
    Deployment now = started;
    while (!now.status().ended()) {
      LockSupport.parkNanos(POLL_NANOS);
      now = project.deployments().get(started.jobId());
    }
    return now;
  }
}
