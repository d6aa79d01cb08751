package io.tenantry.core.blueprints;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.core.recording.RecordedStep.DataNote;
import io.tenantry.core.sqlite.BoundStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The statements of versions in the catalog, inside a transaction of the caller. */
final class StepRepository {
  private static final String SELECT =
      """
      SELECT id, change_id, minor, position, since_minor, statement, parameters, is_carried,
             data_reason, data_group, data_count
      FROM version_step
      WHERE blueprint_id = :blueprint
      """;
  private static final String IN_ORDER = " ORDER BY minor, position";
  private static final String IN_EFFECT = SELECT + " AND until_minor IS NULL" + IN_ORDER;
  private static final String IN_EFFECT_AT =
      SELECT
          + " AND since_minor <= :minor AND (until_minor IS NULL OR until_minor > :minor)"
          + IN_ORDER;
  private static final String INSERT =
      """
      INSERT INTO version_step (blueprint_id, change_id, minor, position, since_minor, statement,
                                parameters, is_carried, data_reason, data_group, data_count)
      VALUES (:blueprint, :change, :minor, :position, :since, :statement, :parameters, :carried,
              :reason, :group, :count)
      """;

  private StepRepository() {}

  /** Returns the statements in effect at the latest version, in order, carried or not. */
  static List<StepRow> inEffect(Handle handle, long blueprint) {
    return handle
        .createQuery(IN_EFFECT)
        .bind("blueprint", blueprint)
        .map((row, _) -> step(row))
        .list();
  }

  /** Returns the statements in effect at a version, in order, carried or not. */
  static List<StepRow> inEffectAt(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(IN_EFFECT_AT)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .map((row, _) -> step(row))
        .list();
  }

  private static StepRow step(ResultSet row) throws SQLException {
    long change = row.getLong("change_id");
    Optional<Long> changeId = row.wasNull() ? Optional.empty() : Optional.of(change);
    return new StepRow(
        row.getLong("id"),
        changeId,
        row.getInt("minor"),
        row.getInt("position"),
        row.getInt("since_minor"),
        statement(row),
        note(row));
  }

  /** Reads the statement of a row. */
  static BoundStatement statement(ResultSet row) throws SQLException {
    String stored = row.getString("parameters");
    Parameters parameters = stored == null ? Parameters.none() : StoredParameters.read(stored);
    return new BoundStatement(row.getString("statement"), parameters);
  }

  private static Optional<DataNote> note(ResultSet row) throws SQLException {
    String reason = row.getString("data_reason");
    return reason == null
        ? Optional.empty()
        : Optional.of(
            new DataNote(
                row.getBoolean("is_carried"),
                reason,
                row.getInt("data_group"),
                row.getLong("data_count")));
  }

  /** Adds statements; they have no numbers yet. */
  static void insert(Handle handle, long blueprint, List<StepRow> steps) {
    if (steps.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (StepRow step : steps) {
      Parameters parameters = step.statement().parameters();
      batch
          .bind("blueprint", blueprint)
          .bind("change", step.changeId().orElse(null))
          .bind("minor", step.minor())
          .bind("position", step.position())
          .bind("since", step.since())
          .bind("statement", step.statement().sql())
          .bind("parameters", parameters.isEmpty() ? null : StoredParameters.write(parameters))
          .bind("carried", step.carried())
          .bind("reason", step.data().map(DataNote::reason).orElse(null))
          .bind("group", step.data().map(DataNote::group).orElse(null))
          .bind("count", step.data().map(DataNote::count).orElse(1L))
          .add();
    }
    batch.execute();
  }

  /** Ends the statements of a change with a version. */
  static void endChange(Handle handle, long change, int minor) {
    handle.execute(
        "UPDATE version_step SET until_minor = ? WHERE change_id = ? AND until_minor IS NULL",
        minor,
        change);
  }

  /** Ends one statement with a version. */
  static void end(Handle handle, long step, int minor) {
    handle.execute("UPDATE version_step SET until_minor = ? WHERE id = ?", minor, step);
  }

  /** Undoes what a version did to statements, as if it had never been made. */
  static void takeBack(Handle handle, long blueprint, int minor) {
    handle.execute(
        "DELETE FROM version_step WHERE blueprint_id = ? AND since_minor = ?", blueprint, minor);
    handle.execute(
        "UPDATE version_step SET until_minor = NULL WHERE blueprint_id = ? AND until_minor = ?",
        blueprint,
        minor);
  }
}
