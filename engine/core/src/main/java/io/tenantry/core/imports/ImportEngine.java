package io.tenantry.core.imports;

import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.FilledTenants;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** The parts behind all import services of one engine; goes on with what a crash cut short. */
public final class ImportEngine implements Recovery {
  private final Catalog catalog;
  private final Sqlite sqlite;
  private final Secrets secrets;
  private final ImportFiles files;
  private final ImportTenants tenants;
  private final JobRunner jobs;
  private final InstantSource clock;

  /** Where rows go. */
  public record Destinations(
      TenantDatabases databases,
      TenantTargetRepository targets,
      FilledTenants filled,
      WorkerPool workers) {}

  /**
   * Puts the parts together.
   *
   * @param scratch folder for what imports keep until they end
   */
  public ImportEngine(
      Catalog catalog,
      Sqlite sqlite,
      Secrets secrets,
      Path scratch,
      Destinations destinations,
      JobRunner jobs,
      InstantSource clock) {
    this.catalog = catalog;
    this.sqlite = sqlite;
    this.secrets = secrets;
    this.files = new ImportFiles(scratch);
    this.tenants = new ImportTenants(catalog, destinations, clock);
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Goes on with all imports that have not ended. */
  @Override
  public void atOpen() {
    List<ImportRow> running = catalog.read(ImportRepository::running);
    files.keepOnly(ImportRepository.ids(running));
    running.forEach(row -> start(row.id()));
  }

  void start(ImportId id) {
    jobs.start("import-" + id, stop -> new ImportRun(this, id, stop).run());
  }

  Catalog catalog() {
    return catalog;
  }

  Sqlite sqlite() {
    return sqlite;
  }

  Secrets secrets() {
    return secrets;
  }

  ImportFiles files() {
    return files;
  }

  ImportTenants tenants() {
    return tenants;
  }

  InstantSource clock() {
    return clock;
  }

  BlueprintHead blueprint(ProjectId project, WorkspaceName name) {
    return catalog.read(handle -> BlueprintHeads.get(handle, project, name));
  }

  /** Reads the engine's own copy of a source. */
  <T> T withCopy(ImportId id, Function<SqliteDatabase, T> work) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(files.source(id), OpenMode.IMMUTABLE, Profile.ENGINE))) {
      return work.apply(database);
    }
  }

  /** Checks the copy of a source against the newest version of a blueprint. */
  CopyPlan plan(ImportId id, BlueprintHead blueprint, ImportRow.Options options) {
    return withCopy(
        id,
        source ->
            CopyPlan.of(
                TableWays.of(SchemaReader.read(source), options.routingField()),
                blueprint.name(),
                schema(blueprint),
                options.routingField(),
                options.dropRoutingColumn()));
  }

  private WorkspaceSchema schema(BlueprintHead blueprint) {
    List<BoundStatement> statements =
        catalog.read(
            handle ->
                BlueprintHeads.statements(handle, blueprint.id(), 0, blueprint.latestMinor()));
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      statements.forEach(statement -> statement.run(database));
      return SchemaReader.read(database);
    }
  }
}
