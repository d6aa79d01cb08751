package io.tenantry.core.deployments;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.drift.AcceptedSchemas;
import io.tenantry.core.drift.AcceptedSchemas.Accepted;
import io.tenantry.core.schema.Fingerprint;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.sql.SqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which schema a tenant has on another version when its drift was accepted: the accepted one
 * after the statements of the way there, tried on an empty database. So it is known also after a
 * crash that came between a file's commit and its note. Any thread.
 */
final class AcceptedTenants {
  private final Catalog catalog;
  private final ImageCompiler compiler;
  private final long blueprint;
  private final VersionWays ways;
  private final Map<Way, Optional<SchemaSnapshot>> known = new ConcurrentHashMap<>();

  private record Way(Accepted from, int to) {}

  AcceptedTenants(Catalog catalog, ImageCompiler compiler, long blueprint, VersionWays ways) {
    this.catalog = catalog;
    this.compiler = compiler;
    this.blueprint = blueprint;
    this.ways = ways;
  }

  /** Returns whether that is how the tenant's database must look on a version. */
  boolean isExpected(long tenant, int minor, Fingerprint found) {
    return accepted(List.of(tenant)).values().stream()
        .flatMap(accepted -> on(minor, accepted).stream())
        .anyMatch(schema -> schema.fingerprint().equals(found));
  }

  /** Returns the schemas, on a version, of those tenants that were accepted on another one. */
  Map<Long, SchemaSnapshot> movedTo(int minor, Collection<Long> tenants) {
    Map<Long, SchemaSnapshot> moved = new HashMap<>();
    accepted(tenants)
        .forEach(
            (tenant, accepted) -> {
              if (accepted.minor() != minor) {
                on(minor, accepted).ifPresent(schema -> moved.put(tenant, schema));
              }
            });
    return moved;
  }

  private Map<Long, Accepted> accepted(Collection<Long> tenants) {
    return catalog.read(handle -> AcceptedSchemas.of(handle, blueprint, tenants));
  }

  private Optional<SchemaSnapshot> on(int minor, Accepted accepted) {
    return known.computeIfAbsent(new Way(accepted, minor), this::tried);
  }

  private Optional<SchemaSnapshot> tried(Way way) {
    List<BoundStatement> statements = new ArrayList<>();
    StatementReader.split(way.from().script()).stream()
        .map(SqlStatement::text)
        .map(BoundStatement::new)
        .forEach(statements::add);
    try {
      if (way.from().minor() != way.to()) {
        statements.addAll(ways.way(way.from().minor(), way.to()).statements());
      }
      return compiler.replay(statements, way.to()) instanceof ImageCompiler.Compiled(var image)
          ? Optional.of(image.schema())
          : Optional.empty();
    } catch (EngineException noWay) {
      return Optional.empty();
    }
  }
}
