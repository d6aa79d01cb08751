package io.tenantry.app.screens.drift;

import io.tenantry.app.controls.compare.SchemaComparison;
import io.tenantry.contract.Project;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the schema of a tenant's database beside the one of its version. Worker thread. */
final class SchemaReading {
  private static final int PAGE = 500;
  private static final String VIRTUAL = "CREATE VIRTUAL";
  private static final String READ =
      """
      SELECT name, sql
      FROM sqlite_schema
      WHERE sql IS NOT NULL AND lower(substr(name, 1, 7)) <> 'sqlite_'
      ORDER BY rowid
      """;

  private final Project project;

  SchemaReading(Project project) {
    this.project = project;
  }

  /** An object of a schema by its name. */
  private record Named(String name, String sql) {
    boolean isVirtual() {
      return sql.regionMatches(true, 0, VIRTUAL, 0, VIRTUAL.length());
    }

    /** What a virtual table makes for itself is no part of a version. */
    boolean isShadowOf(Named other) {
      String lower = name.toLowerCase(Locale.ROOT);
      return other.isVirtual() && lower.startsWith(other.name.toLowerCase(Locale.ROOT) + "_");
    }
  }

  /** Returns how one of the databases of a tenant stands. */
  SchemaStanding of(TenantId tenant, TenantDatabase database) {
    WorkspaceName blueprint = database.blueprint();
    List<String> expected = project.blueprints().version(blueprint, database.version()).schema();
    return new SchemaStanding(
        blueprint,
        database.version(),
        SchemaComparison.of(expected, schema(tenant, blueprint)),
        found(tenant, blueprint));
  }

  private List<String> schema(TenantId tenant, WorkspaceName blueprint) {
    QueryResult read =
        project.queries().tenant(new TenantQuery(tenant, blueprint, READ).ofConsole());
    List<Named> objects =
        read.rows().stream().map(row -> new Named(text(row.get(0)), text(row.get(1)))).toList();
    return objects.stream()
        .filter(object -> objects.stream().noneMatch(object::isShadowOf))
        .map(Named::sql)
        .toList();
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }

  /** The engine lists what it found by blueprint. */
  private Optional<TenantDrift> found(TenantId tenant, WorkspaceName blueprint) {
    PageRequest request = PageRequest.first(PAGE);
    while (true) {
      Page<TenantDrift> page = project.drift().list(blueprint, Set.of(), request);
      Optional<TenantDrift> own =
          page.items().stream().filter(drift -> drift.tenantId().equals(tenant)).findFirst();
      if (own.isPresent() || page.nextCursor().isEmpty()) {
        return own;
      }
      request = PageRequest.after(page.nextCursor().get(), PAGE);
    }
  }
}
