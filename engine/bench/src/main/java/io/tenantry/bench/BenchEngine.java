package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A local engine with a blueprint of ten tables: what the benchmarks of tenants measure. */
final class BenchEngine implements AutoCloseable {
  static final WorkspaceName BLUEPRINT = new WorkspaceName("bench");
  private static final int TABLES = 10;
  private static final int BATCH = 1000;

  private final LocalEngine engine;
  private final Project project;

  BenchEngine(EngineConfig config) {
    this(LocalEngine.open(config));
    project
        .workspaces()
        .create(new CreateWorkspace(BLUEPRINT, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    record(schema());
  }

  private BenchEngine(LocalEngine opened) {
    engine = opened;
    project = engine.open(Credential.owner());
  }

  /** Opens what was made before. */
  static BenchEngine again(EngineConfig config) {
    return new BenchEngine(LocalEngine.open(config));
  }

  /** Ten tables with a primary key, a unique, a foreign key, a check, and an index each. */
  private static String schema() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < TABLES; i++) {
      sql.append(
          """
          CREATE TABLE t%1$d (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            amount REAL NOT NULL DEFAULT 0 CHECK (amount >= 0),
            parent INTEGER REFERENCES t%2$d (id),
            created_at TEXT
          );
          CREATE INDEX t%1$d_name ON t%1$d (name);
          """
              .formatted(i, Math.max(0, i - 1)));
    }
    return sql.toString();
  }

  Project project() {
    return project;
  }

  /** Makes a new version of the blueprint. */
  void record(String ddl) {
    project.workspaces().query(BLUEPRINT, new WorkspaceQuery(ddl));
  }

  static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + (10_000 + i)).toList();
  }

  /** Creates tenants, as many at a time as one call takes; returns their files. */
  List<Path> create(List<String> names) {
    List<Path> files = new ArrayList<>();
    for (int from = 0; from < names.size(); from += BATCH) {
      files.addAll(createBatch(names.subList(from, Math.min(from + BATCH, names.size()))));
    }
    return files;
  }

  private List<Path> createBatch(List<String> names) {
    CreatedTenants made =
        project
            .tenants()
            .createMany(new CreateTenants(names, List.of(TenantDatabaseRequest.shared(BLUEPRINT))));
    if (!made.failed().isEmpty()) {
      throw new IllegalStateException("failed: " + made.failed().getFirst());
    }
    return made.created().stream()
        .map(
            tenant ->
                tenant
                    .databases()
                    .getFirst()
                    .connection()
                    .orElseThrow()
                    .connectionString()
                    .substring("file:".length()))
        .map(Path::of)
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
