package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.RecoveryUndo;
import io.tenantry.contract.tenants.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads whether the last recovery of a tenant can be undone, inside a transaction. */
final class RecoveryUndoRepository {
  private static final String FIND =
      """
      SELECT k.region, k.generation, k.until, t.name
      FROM kept_file k
      JOIN tenant t ON t.id = k.tenant_id
      JOIN blueprint b ON b.project_id = t.project_id AND b.name = k.blueprint
      JOIN tenant_database d ON d.tenant_id = k.tenant_id AND d.blueprint_id = b.id
      WHERE k.tenant_id = :tenant AND k.until > :now AND d.generation = k.replaced_by
      ORDER BY k.until, k.blueprint
      LIMIT 1
      """;

  private RecoveryUndoRepository() {}

  static Optional<RecoveryUndo> find(Handle handle, long tenant, Instant now) {
    return handle
        .createQuery(FIND)
        .bind("tenant", tenant)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> undo(row, now))
        .findOne();
  }

  private static RecoveryUndo undo(ResultSet row, Instant now) throws SQLException {
    Instant until = Instant.ofEpochMilli(row.getLong("until"));
    Duration left = Duration.between(now, until);
    TenantId tenant = new TenantId(row.getString("name"));
    return new RecoveryUndo(
        true,
        "%s-%s-%d".formatted(row.getString("region"), tenant, row.getInt("generation")),
        until.truncatedTo(ChronoUnit.SECONDS),
        "%dh %dm".formatted(left.toHours(), left.toMinutesPart()),
        "tdb tenants recover-undo " + tenant);
  }
}
