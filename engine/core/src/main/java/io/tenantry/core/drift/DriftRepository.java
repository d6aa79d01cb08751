package io.tenantry.core.drift;

import io.tenantry.contract.Coded;
import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.ListCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Drifts in the catalog, inside a transaction of the caller. */
final class DriftRepository {
  private static final String LIST_NAME = "drift";
  private static final String SELECT =
      """
      SELECT d.tenant_id, t.name, d.state, d.expected_minor, d.found_minor, d.found_fingerprint,
             d.checked_at
      FROM tenant_drift d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint
      """;
  private static final String FIND = SELECT + " AND d.tenant_id = :tenant";
  private static final String SHOWN =
      """
       AND t.status NOT IN ('deleted', 'partially_deleted')
       AND d.state IN (SELECT value FROM json_each(:states))
      """;
  private static final String LIST =
      SELECT + SHOWN + " AND d.tenant_id > :after ORDER BY d.tenant_id LIMIT :limit OFFSET :offset";
  private static final String COUNT =
      """
      SELECT count(*)
      FROM tenant_drift d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint
      """
          + SHOWN;
  private static final String PUT_SCHEMA =
      """
      INSERT INTO drift_schema (fingerprint, statements) VALUES (:fingerprint, :statements)
      ON CONFLICT DO NOTHING
      """;

  /** What was accepted stays so while nothing changes. */
  private static final String PUT =
      """
      INSERT INTO tenant_drift (blueprint_id, tenant_id, state, expected_minor, found_minor,
                                found_fingerprint, checked_at)
      VALUES (:blueprint, :tenant, :state, :expected, :found, :fingerprint, :now)
      ON CONFLICT (blueprint_id, tenant_id) DO UPDATE
      SET state = iif(state = 'accepted' AND found_fingerprint = excluded.found_fingerprint
                        AND found_minor = excluded.found_minor
                        AND expected_minor = excluded.expected_minor,
                      'accepted', excluded.state),
          expected_minor = excluded.expected_minor, found_minor = excluded.found_minor,
          found_fingerprint = excluded.found_fingerprint, checked_at = excluded.checked_at
      """;

  private static final String CLEAR =
      """
      DELETE FROM tenant_drift
      WHERE blueprint_id = :blueprint AND tenant_id IN (SELECT value FROM json_each(:tenants))
      """;
  private static final String SCHEMA =
      "SELECT statements FROM drift_schema WHERE fingerprint = :fingerprint";
  private static final String SWEEP =
      """
      DELETE FROM drift_schema
      WHERE NOT EXISTS (SELECT 1 FROM tenant_drift d
                        WHERE d.found_fingerprint = drift_schema.fingerprint)
      """;
  private static final String VERSIONS =
      "SELECT minor, fingerprint FROM blueprint_version WHERE blueprint_id = :blueprint";
  private static final String ACCEPTED =
      """
      SELECT d.tenant_id, d.expected_minor, d.found_fingerprint, s.statements
      FROM json_each(:tenants) e
      CROSS JOIN tenant_drift d ON d.blueprint_id = :blueprint AND d.tenant_id = e.value
      JOIN drift_schema s ON s.fingerprint = d.found_fingerprint
      WHERE d.state = 'accepted' AND d.found_minor = d.expected_minor
      """;
  private static final String MOVE =
      """
      UPDATE tenant_database
      SET minor = :minor, fingerprint = :fingerprint
      WHERE blueprint_id = :blueprint AND tenant_id = :tenant
      """;
  private static final String REACHED =
      """
      UPDATE blueprint
      SET deployed_minor = max(deployed_minor, :minor),
          first_deployed_at = coalesce(first_deployed_at, :now)
      WHERE id = :blueprint
      """;

  private DriftRepository() {}

  /**
   * Returns the drift of a tenant.
   *
   * @throws EngineException NOT_FOUND {@code Tenant 'x' has no drift}
   */
  static DriftRow get(Handle handle, long blueprint, long tenant, TenantId name) {
    return find(handle, blueprint, tenant)
        .orElseThrow(() -> EngineException.notFound("Tenant '" + name + "' has no drift"));
  }

  static Optional<DriftRow> find(Handle handle, long blueprint, long tenant) {
    return handle
        .createQuery(FIND)
        .bind("blueprint", blueprint)
        .bind("tenant", tenant)
        .map((row, _) -> drift(row))
        .findOne();
  }

  static Page<DriftRow> list(Handle handle, long blueprint, Set<State> states, PageRequest page) {
    Set<State> wanted = states.isEmpty() ? EnumSet.allOf(State.class) : states;
    String json = Ids.jsonTexts(wanted.stream().map(State::code).toList());
    List<DriftRow> rows =
        new ArrayList<>(
            handle
                .createQuery(LIST)
                .bind("blueprint", blueprint)
                .bind("states", json)
                .bind(
                    "after",
                    page.cursor().map(text -> ListCursor.number(LIST_NAME, text)).orElse(0L))
                .bind("limit", page.limit().map(limit -> limit + 1).orElse(-1))
                .bind("offset", page.offset().orElse(0L))
                .map((row, _) -> drift(row))
                .list());
    long total =
        handle
            .createQuery(COUNT)
            .bind("blueprint", blueprint)
            .bind("states", json)
            .mapTo(Long.class)
            .one();
    Optional<String> next = Optional.empty();
    if (page.limit().isPresent() && rows.size() > page.limit().get()) {
      rows.removeLast();
      String last = Long.toString(rows.getLast().tenantId());
      next = Optional.of(new ListCursor(LIST_NAME, last).encode());
    }
    return new Page<>(rows, total, next);
  }

  /** Stores what was found in a file. */
  static void put(
      Handle handle,
      long blueprint,
      long tenant,
      State state,
      int expected,
      FoundSchema found,
      Instant now) {
    handle
        .createUpdate(PUT_SCHEMA)
        .bind("fingerprint", found.fingerprint().value())
        .bind("statements", found.script())
        .execute();
    handle
        .createUpdate(PUT)
        .bind("blueprint", blueprint)
        .bind("tenant", tenant)
        .bind("state", state.code())
        .bind("expected", expected)
        .bind("found", found.minor())
        .bind("fingerprint", found.fingerprint().value())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static void clear(Handle handle, long blueprint, List<Long> tenants) {
    handle
        .createUpdate(CLEAR)
        .bind("blueprint", blueprint)
        .bind("tenants", tenants.toString())
        .execute();
  }

  static void setState(Handle handle, long blueprint, long tenant, State state) {
    handle.execute(
        "UPDATE tenant_drift SET state = ? WHERE blueprint_id = ? AND tenant_id = ?",
        state.code(),
        blueprint,
        tenant);
  }

  /** Returns the CREATE statements of a schema that was found. */
  static List<String> schema(Handle handle, String fingerprint) {
    return FoundSchema.statements(
        handle.createQuery(SCHEMA).bind("fingerprint", fingerprint).mapTo(String.class).one());
  }

  static Map<Long, AcceptedSchemas.Accepted> accepted(
      Handle handle, long blueprint, Collection<Long> tenants) {
    return handle
        .createQuery(ACCEPTED)
        .bind("tenants", Ids.json(tenants))
        .bind("blueprint", blueprint)
        .map(
            (row, _) ->
                Map.entry(
                    row.getLong("tenant_id"),
                    new AcceptedSchemas.Accepted(
                        row.getInt("expected_minor"),
                        row.getString("found_fingerprint"),
                        row.getString("statements"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Forgets schemas that nobody has any more. */
  static void sweep(Handle handle) {
    handle.execute(SWEEP);
  }

  /** Returns the fingerprints of all versions by their minor. */
  static Map<Integer, String> versions(Handle handle, long blueprint) {
    return handle
        .createQuery(VERSIONS)
        .bind("blueprint", blueprint)
        .map((row, _) -> Map.entry(row.getInt("minor"), row.getString("fingerprint")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Notes that a tenant is on a version. */
  static void moveTo(
      Handle handle, long blueprint, long tenant, int minor, String fingerprint, Instant now) {
    handle
        .createUpdate(MOVE)
        .bind("minor", minor)
        .bind("fingerprint", fingerprint)
        .bind("blueprint", blueprint)
        .bind("tenant", tenant)
        .execute();
    handle
        .createUpdate(REACHED)
        .bind("minor", minor)
        .bind("now", now.toEpochMilli())
        .bind("blueprint", blueprint)
        .execute();
  }

  private static DriftRow drift(ResultSet row) throws SQLException {
    return new DriftRow(
        row.getLong("tenant_id"),
        new TenantId(row.getString("name")),
        Coded.find(State.class, row.getString("state")).orElseThrow(),
        row.getInt("expected_minor"),
        row.getInt("found_minor"),
        row.getString("found_fingerprint"),
        Instant.ofEpochMilli(row.getLong("checked_at")).truncatedTo(ChronoUnit.SECONDS));
  }
}
