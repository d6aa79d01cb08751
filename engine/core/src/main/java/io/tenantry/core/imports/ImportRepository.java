package io.tenantry.core.imports;

import io.tenantry.contract.Coded;
import io.tenantry.contract.imports.DataImport.MappedTenant;
import io.tenantry.contract.imports.DataImport.State;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Tier;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.imports.ImportRow.Counts;
import io.tenantry.core.imports.ImportRow.Options;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of imports, inside a transaction of its caller. */
final class ImportRepository {
  private static final int SHOWN_ERRORS = 1000;
  private static final String SELECT =
      """
      SELECT i.*, b.name AS blueprint, p.tier,
             (SELECT count(*) FROM data_import_tenant t WHERE t.import_id = i.id) AS total,
             (SELECT count(*) FROM data_import_tenant t
              WHERE t.import_id = i.id AND t.state = 'done') AS done,
             (SELECT count(*) FROM data_import_tenant t
              WHERE t.import_id = i.id AND t.state = 'failed') AS failed,
             (SELECT coalesce(sum(t.row_count), 0) FROM data_import_tenant t
              WHERE t.import_id = i.id AND t.state = 'done') AS row_count
      FROM data_import i
      JOIN blueprint b ON b.id = i.blueprint_id
      JOIN project p ON p.id = i.project_id
      """;
  private static final String FIND =
      SELECT + " WHERE i.project_id = :project AND b.name = :workspace AND i.id = :id";
  private static final String LIST =
      SELECT + " WHERE i.project_id = :project AND b.name = :workspace ORDER BY i.rowid DESC";
  private static final String BY_ID = SELECT + " WHERE i.id = :id";
  private static final String RUNNING = SELECT + " WHERE i.status = 'running' ORDER BY i.rowid";
  private static final String RUNNING_OF =
      "SELECT id FROM data_import WHERE blueprint_id = :blueprint AND status = 'running'";
  private static final String INSERT =
      """
      INSERT INTO data_import (id, project_id, blueprint_id, routing_field, drop_routing_column,
                               create_tenants, status, warnings, author, created_at)
      VALUES (:id, :project, :blueprint, :field, :drop, :create, 'running', :warnings, :author,
              :now)
      """;
  private static final String SET_FIELD =
      "UPDATE blueprint SET routing_field = :field WHERE id = :blueprint";
  private static final String SORTED =
      "UPDATE data_import SET is_sorted = 1, warnings = :warnings WHERE id = :id";
  private static final String ADD_TENANT =
      """
      INSERT INTO data_import_tenant (import_id, owner, value, name, row_count, state)
      VALUES (:id, :owner, :value, :name, :rows, 'pending')
      """;
  private static final String PENDING =
      """
      SELECT owner, value, name, row_count
      FROM data_import_tenant
      WHERE import_id = :id AND state = 'pending' AND owner > :after
      ORDER BY owner
      LIMIT :limit
      """;
  private static final String TENANTS =
      """
      SELECT value, name, state, row_count
      FROM data_import_tenant WHERE import_id = :id ORDER BY name
      """;
  private static final String ERRORS =
      """
      SELECT name, error
      FROM data_import_tenant
      WHERE import_id = :id AND state = 'failed'
      ORDER BY name
      LIMIT :limit
      """;
  private static final String SET_DONE =
      """
      UPDATE data_import_tenant SET state = 'done', row_count = :rows
      WHERE import_id = :id AND owner = :owner
      """;
  private static final String SET_DONE_BY_NAME =
      """
      UPDATE data_import_tenant SET state = 'done', row_count = :rows
      WHERE import_id = :id AND name = :name
      """;
  private static final String SET_FAILED =
      """
      UPDATE data_import_tenant SET state = 'failed', error = :error
      WHERE import_id = :id AND owner = :owner
      """;
  private static final String CANCEL_PENDING =
      """
      UPDATE data_import_tenant SET state = 'cancelled'
      WHERE import_id = :id AND state = 'pending'
      """;
  private static final String CANCEL =
      "UPDATE data_import SET is_cancelling = 1 WHERE id = :id AND status = 'running'";
  private static final String FINISH =
      """
      UPDATE data_import
      SET status = :status, error = :error, completed_at = :now
      WHERE id = :id AND status = 'running'
      """;

  private ImportRepository() {}

  /** A tenant whose turn has not come. */
  record Pending(long owner, String value, String name, long rows) {}

  /** An import that is about to run. */
  record NewImport(
      ImportId id, ProjectId project, Options options, List<String> warnings, String author) {}

  static Optional<ImportRow> find(
      Handle handle, ProjectId project, WorkspaceName workspace, ImportId id) {
    return handle
        .createQuery(FIND)
        .bind("project", project.value())
        .bind("workspace", workspace.value())
        .bind("id", id.value())
        .map((row, _) -> row(handle, row))
        .findOne();
  }

  static List<ImportRow> list(Handle handle, ProjectId project, WorkspaceName workspace) {
    return handle
        .createQuery(LIST)
        .bind("project", project.value())
        .bind("workspace", workspace.value())
        .map((row, _) -> row(handle, row))
        .list();
  }

  static Optional<ImportRow> find(Handle handle, ImportId id) {
    return handle
        .createQuery(BY_ID)
        .bind("id", id.value())
        .map((row, _) -> row(handle, row))
        .findOne();
  }

  static List<ImportRow> running(Handle handle) {
    return handle.createQuery(RUNNING).map((row, _) -> row(handle, row)).list();
  }

  static Optional<String> runningOf(Handle handle, BlueprintHead blueprint) {
    return handle
        .createQuery(RUNNING_OF)
        .bind("blueprint", blueprint.id())
        .mapTo(String.class)
        .findFirst();
  }

  /** Notes a new import; the blueprint remembers its routing field. */
  static void insert(Handle handle, NewImport wanted, BlueprintHead blueprint, Instant now) {
    Options options = wanted.options();
    handle
        .createUpdate(INSERT)
        .bind("id", wanted.id().value())
        .bind("project", wanted.project().value())
        .bind("blueprint", blueprint.id())
        .bind("field", options.routingField())
        .bind("drop", options.dropRoutingColumn())
        .bind("create", options.createTenants())
        .bind("warnings", json(handle, wanted.warnings()))
        .bind("author", wanted.author())
        .bind("now", now.toEpochMilli())
        .execute();
    handle
        .createUpdate(SET_FIELD)
        .bind("field", options.routingField())
        .bind("blueprint", blueprint.id())
        .execute();
  }

  /** Notes the tenants of an import whose rows are sorted. */
  static void sorted(
      Handle handle, ImportId id, List<SortedRows.Owner> owners, List<String> warnings) {
    if (!owners.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch(ADD_TENANT);
      for (SortedRows.Owner owner : owners) {
        batch
            .bind("id", id.value())
            .bind("owner", owner.number())
            .bind("value", owner.value())
            .bind("name", owner.tenant())
            .bind("rows", owner.rows())
            .add();
      }
      batch.execute();
    }
    handle
        .createUpdate(SORTED)
        .bind("warnings", json(handle, warnings))
        .bind("id", id.value())
        .execute();
  }

  static List<Pending> pending(Handle handle, ImportId id, long after, int limit) {
    return handle
        .createQuery(PENDING)
        .bind("id", id.value())
        .bind("after", after)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Pending(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
        .list();
  }

  static List<MappedTenant> tenants(Handle handle, ImportId id) {
    return handle
        .createQuery(TENANTS)
        .bind("id", id.value())
        .map(
            (row, _) ->
                new MappedTenant(
                    row.getString(1),
                    row.getString(2),
                    Coded.find(State.class, row.getString(3)).orElseThrow(),
                    row.getLong(4)))
        .list();
  }

  static List<String> errors(Handle handle, ImportId id) {
    return handle
        .createQuery(ERRORS)
        .bind("id", id.value())
        .bind("limit", SHOWN_ERRORS)
        .map((row, _) -> "tenant '%s': %s".formatted(row.getString(1), row.getString(2)))
        .list();
  }

  static void done(Handle handle, ImportId id, long owner, long rows) {
    handle
        .createUpdate(SET_DONE)
        .bind("rows", rows)
        .bind("id", id.value())
        .bind("owner", owner)
        .execute();
  }

  /** As {@link #done(Handle, ImportId, long, long)}, by the tenant's id. */
  static void done(Handle handle, ImportId id, TenantId tenant, long rows) {
    handle
        .createUpdate(SET_DONE_BY_NAME)
        .bind("rows", rows)
        .bind("id", id.value())
        .bind("name", tenant.value())
        .execute();
  }

  static void failed(Handle handle, ImportId id, long owner, String error) {
    handle
        .createUpdate(SET_FAILED)
        .bind("error", error)
        .bind("id", id.value())
        .bind("owner", owner)
        .execute();
  }

  /** Asks a running import to end; returns whether it was running. */
  static boolean cancel(Handle handle, ImportId id) {
    return handle.createUpdate(CANCEL).bind("id", id.value()).execute() == 1;
  }

  static void cancelPending(Handle handle, ImportId id) {
    handle.createUpdate(CANCEL_PENDING).bind("id", id.value()).execute();
  }

  static void finish(
      Handle handle, ImportId id, ImportStatus status, Optional<String> error, Instant now) {
    handle
        .createUpdate(FINISH)
        .bind("status", status.code())
        .bind("error", error)
        .bind("now", now.toEpochMilli())
        .bind("id", id.value())
        .execute();
  }

  static Set<String> ids(List<ImportRow> rows) {
    return rows.stream().map(row -> row.id().value()).collect(Collectors.toSet());
  }

  /** Adds text by text: SQLite knows how to write JSON. */
  private static String json(Handle handle, List<String> texts) {
    String array = "[]";
    for (String text : texts) {
      array =
          handle
              .createQuery("SELECT json_insert(:array, '$[#]', :text)")
              .bind("array", array)
              .bind("text", text)
              .mapTo(String.class)
              .one();
    }
    return array;
  }

  private static List<String> texts(Handle handle, String json) {
    return handle
        .createQuery("SELECT value FROM json_each(:json) ORDER BY key")
        .bind("json", json)
        .mapTo(String.class)
        .list();
  }

  private static ImportRow row(Handle handle, ResultSet row) throws SQLException {
    long completed = row.getLong("completed_at");
    boolean ended = !row.wasNull();
    return new ImportRow(
        new ImportId(row.getString("id")),
        new ProjectId(row.getString("project_id")),
        new WorkspaceName(row.getString("blueprint")),
        Tier.stored(row.getString("tier")),
        new Options(
            row.getString("routing_field"),
            row.getBoolean("drop_routing_column"),
            row.getBoolean("create_tenants")),
        Coded.find(ImportStatus.class, row.getString("status")).orElseThrow(),
        row.getBoolean("is_sorted"),
        row.getBoolean("is_cancelling"),
        texts(handle, row.getString("warnings")),
        Optional.ofNullable(row.getString("error")),
        new Counts(
            row.getInt("total"),
            row.getInt("done"),
            row.getInt("failed"),
            row.getLong("row_count")),
        instant(row.getLong("created_at")),
        ended ? Optional.of(instant(completed)) : Optional.empty());
  }

  private static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
