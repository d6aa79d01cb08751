package io.tenantry.core.tenants;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.SettableClock;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.access.Tier;
import io.tenantry.core.backups.BackupConfig;
import io.tenantry.core.backups.BackupEngine;
import io.tenantry.core.backups.BackupStorage;
import io.tenantry.core.blueprints.BlueprintChanges;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.blueprints.VersionPaths;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.LaneSizes;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.deployments.DeploymentEngine;
import io.tenantry.core.deployments.DeploymentService;
import io.tenantry.core.deployments.DeploymentTools;
import io.tenantry.core.events.Follow;
import io.tenantry.core.events.Followings;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.isolation.IsolationEngine;
import io.tenantry.core.isolation.RetiredFiles;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.logs.QueryLog;
import io.tenantry.core.queries.QueryEngine;
import io.tenantry.core.queries.QueryService;
import io.tenantry.core.recording.RecordedChange;
import io.tenantry.core.recording.RecordedStep;
import io.tenantry.core.recording.Recording;
import io.tenantry.core.recovery.Archives;
import io.tenantry.core.recovery.RecoveryConfig;
import io.tenantry.core.recovery.RecoveryEngine;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/**
 * The engine's parts around tenants on one data folder, with blueprints written straight into the
 * catalog. Closing and making it again on the same folder is a restart of the engine.
 */
public final class Fleet implements AutoCloseable {
  /** The one project. */
  public static final ProjectId PROJECT = new ProjectId("tdb_0123abcd");

  public final SettableClock clock = new SettableClock();
  public final DataFolder folder;
  public final Catalog catalog;
  public final Sqlite sqlite = new Sqlite();
  public final TenantDatabases databases;
  public final TenantFiles files;
  private final Secrets secrets;
  private final Lanes lanes = new Lanes(new LaneSizes(4, 2, 100));
  private final WorkerPool copying = new WorkerPool("copying", 2);
  private final WorkerPool provisioning = new WorkerPool("provisioning", 4);
  private final WorkerPool fanOut = new WorkerPool("fan-out", 8);
  private final WorkerPool deploying = new WorkerPool("deploying", 64);
  private final JobRunner jobs = new JobRunner();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ImageCompiler compiler = new ImageCompiler(sqlite);
  private final RetiredFiles retired;
  private final IsolationEngine isolation;
  private final TenantRemoval removal;
  private final TenantEngine tenantEngine;
  private final QueryEngine queryEngine;
  private final BackupEngine backups;
  private final DeploymentEngine deploymentEngine;
  private final RecoveryEngine recoveryEngine;
  private final Archives archives;

  /** Opens the folder and repairs what a crash left, as an engine does. */
  public Fleet(Path data) {
    folder = DataFolder.open(data, clock.instant(), _ -> {});
    boolean isNew = !Files.exists(folder.catalog());
    secrets = Secrets.open(folder.secretKey(), isNew);
    catalog = Catalog.open(folder.catalog());
    Regions regions = new Regions(RegionConfig.defaults());
    TenantPlaces places = new TenantPlaces(folder, regions);
    archives = new Archives(folder, places, clock);
    databases =
        new TenantDatabases(sqlite, DatabaseLimits.ofThisProcess(), clock, scheduler, archives);
    files = new TenantFiles(places, databases);
    retired = new RetiredFiles(catalog, files);
    isolation = new IsolationEngine(catalog, databases, files, retired, regions, jobs, clock);
    removal = new TenantRemoval(catalog, files, List.of(retired), clock);
    tenantEngine =
        new TenantEngine(
            catalog,
            secrets,
            new TenantViews(files, secrets, new PublicAddress()),
            new Provisioning(catalog, files, compiler, provisioning, jobs, clock),
            removal,
            isolation,
            clock);
    queryEngine = newQueryEngine();
    backups =
        new BackupEngine(
            new BackupStorage(catalog, folder, files, databases, sqlite, clock),
            BackupConfig.DEFAULT,
            copying,
            new RestoredTenants(tenantEngine, files));
    deploymentEngine = new DeploymentEngine(catalog, secrets, tools(), jobs, clock);
    recoveryEngine = newRecoveryEngine(places);
    if (isNew) {
      insertProject();
    }
  }

  private QueryEngine newQueryEngine() {
    return new QueryEngine(
        catalog, new TenantTargetRepository(files), databases, lanes, fanOut, QueryLog.NONE, clock);
  }

  private RecoveryEngine newRecoveryEngine(TenantPlaces places) {
    return new RecoveryEngine(
        catalog,
        new RecoveryEngine.Files(places, databases, archives),
        new RestoredTenants(tenantEngine, files),
        jobs,
        RecoveryConfig.DEFAULT,
        clock);
  }

  private DeploymentTools tools() {
    return new DeploymentTools(
        databases,
        files,
        deploying,
        8,
        folder.trials(),
        new VersionPaths(catalog, new VersionSchemas(catalog, compiler), sqlite),
        sqlite,
        compiler,
        backups.safety(),
        backups.puttingBack());
  }

  /** Does what opening an engine does after a crash; returns this. */
  public Fleet recovered() {
    new TenantRecovery(tenantEngine, files, jobs).atOpen();
    retired.atOpen();
    isolation.atOpen();
    backups.atOpen();
    deploymentEngine.atOpen();
    return this;
  }

  private void insertProject() {
    catalog.execute(
        handle -> {
          handle.execute("INSERT INTO customer (id, created_at) VALUES (1, 0)");
          handle.execute(
              "INSERT INTO project (id, customer_id, name, proxy_password_sealed, created_at)"
                  + " VALUES (?, 1, 'default', x'00', 0)",
              PROJECT.value());
        });
  }

  /** Makes a blueprint whose version 1.1 has the statements. */
  public Fleet blueprint(String name, String... statements) {
    catalog.execute(
        handle -> {
          handle.execute(
              "INSERT INTO workspace (project_id, name, mode, database_type, query_timeout_ms,"
                  + " max_rows_per_query, max_connections, created_at)"
                  + " VALUES (?, ?, 'tenant', 'SQLite', 30000, 10000, 100, 0)",
              PROJECT.value(),
              name);
          handle.execute(
              "INSERT INTO blueprint (workspace_id, project_id, name, deployed_query_timeout_ms,"
                  + " deployed_max_rows_per_query, deployed_max_connections, created_at)"
                  + " SELECT id, project_id, name, 30000, 10000, 100, 0 FROM workspace"
                  + " WHERE name = ?",
              name);
        });
    insertVersion(name, 0, List.of());
    return version(name, statements);
  }

  /** Adds a version with further statements. */
  public Fleet version(String name, String... statements) {
    int minor = latest(name) + 1;
    insertVersion(name, minor, List.of(statements));
    return this;
  }

  /** Adds a version that takes back the statements of an earlier one. */
  public Fleet revert(String name, int minor) {
    int next = latest(name) + 1;
    long id = blueprintId(name);
    catalog.execute(
        handle -> {
          handle.execute(
              "UPDATE change SET removed_minor = ?, removal = 'reverted'"
                  + " WHERE added_minor = ? AND blueprint_id = ?",
              next,
              minor,
              id);
          handle.execute(
              "UPDATE version_step SET until_minor = ? WHERE minor = ? AND blueprint_id = ?",
              next,
              minor,
              id);
        });
    insertVersion(name, next, List.of());
    return this;
  }

  private void insertVersion(String name, int minor, List<String> statements) {
    long id = blueprintId(name);
    catalog.execute(
        handle -> {
          BlueprintChanges.add(handle, id, minor, recording(statements), 0);
          SchemaImage image =
              compiler.compile(BlueprintHeads.statements(handle, id, 0, minor), minor);
          handle.execute(
              "INSERT INTO blueprint_version (blueprint_id, minor, fingerprint, normalised_schema,"
                  + " summary, author, created_at) VALUES (?, ?, ?, ?, '', 'owner', 0)",
              id,
              minor,
              image.fingerprint().value(),
              image.normalised());
        });
  }

  private static Recording recording(List<String> statements) {
    Optional<String> none = Optional.empty();
    return new Recording(
        statements.stream().map(_ -> new RecordedChange("ddl", "", "", none, none, none)).toList(),
        IntStream.range(0, statements.size())
            .mapToObj(
                i ->
                    new RecordedStep(
                        new BoundStatement(statements.get(i)), OptionalInt.of(i), Optional.empty()))
            .toList(),
        List.of());
  }

  private long blueprintId(String name) {
    return catalog.read(
        handle ->
            handle
                .createQuery("SELECT id FROM blueprint WHERE name = ?")
                .bind(0, name)
                .mapTo(Long.class)
                .one());
  }

  private int latest(String name) {
    return number(
        "SELECT max(minor) FROM blueprint_version WHERE blueprint_id = " + blueprintId(name));
  }

  /** Returns one number of the catalog. */
  public int number(String sql) {
    return catalog.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  /** Returns the rows of the catalog, values joined by commas. */
  public List<String> rows(String sql) {
    return catalog.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /** An administrator of the project. */
  public static Caller admin() {
    return caller(Role.ADMIN, Scope.PROJECT, Tier.ENTERPRISE);
  }

  /** Somebody else. */
  public static Caller caller(Role role, Scope scope, Tier tier) {
    return new Caller(1, PROJECT, "default", role, scope, "owner", tier);
  }

  public TenantService tenants() {
    return tenants(admin());
  }

  public TenantService tenants(Caller caller) {
    return new TenantService(tenantEngine, caller);
  }

  public QueryService queries() {
    return queries(admin());
  }

  public QueryService queries(Caller caller) {
    return new QueryService(queryEngine, recoveryEngine.past(), caller);
  }

  public DeploymentService deployments() {
    return new DeploymentService(deploymentEngine, admin(), follow());
  }

  public DeploymentService deployments(Caller caller) {
    return new DeploymentService(deploymentEngine, caller, follow());
  }

  /** Creates one tenant with one database. */
  public Tenant create(String tenant, String blueprint) {
    return tenants()
        .create(
            new CreateTenant(
                new TenantId(tenant),
                List.of(TenantDatabaseRequest.shared(new WorkspaceName(blueprint)))));
  }

  /** Creates many tenants with one database each. */
  public CreatedTenants createMany(List<String> tenants, String blueprint) {
    return tenants()
        .createMany(
            new CreateTenants(
                tenants, List.of(TenantDatabaseRequest.shared(new WorkspaceName(blueprint)))));
  }

  /** Returns the file of a tenant's database. */
  public Path file(String tenant, String blueprint) {
    return files.of(
        TenantPlace.first(
            PROJECT, new WorkspaceName(blueprint), new TenantId(tenant), 1, Optional.empty()));
  }

  /** Runs a statement on a tenant's file behind the engine's back; returns the first column. */
  public List<String> inFile(String tenant, String blueprint, String sql) {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file(tenant, blueprint)))) {
      return database.query(sql, row -> row.value(0).toString());
    }
  }

  /** Waits until the deployment has ended. */
  public void await(DeploymentId id) {
    awaitJob("deployment-" + id);
  }

  /** Waits until the background job of that name has ended. */
  public void awaitJob(String name) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private Follow follow() {
    return new Follow(new Followings(lanes), lanes, () -> {});
  }

  @Override
  public void close() {
    backups.close();
    jobs.close();
    recoveryEngine.close();
    archives.close();
    copying.close();
    deploying.close();
    fanOut.close();
    provisioning.close();
    lanes.close();
    databases.close();
    scheduler.shutdownNow();
    sqlite.close();
    catalog.close();
    folder.close();
  }
}
