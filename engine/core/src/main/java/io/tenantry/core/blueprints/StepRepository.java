package io.tenantry.core.blueprints;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.core.recording.RecordedStep.DataNote;
import io.tenantry.core.sqlite.BoundStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The statements of versions in the catalog, inside a transaction of the caller. */
final class StepRepository {
  /** Before its author decides anything, what a change needs is carried and nothing else. */
  private static final String COLUMNS =
      """
      SELECT id, change_id, minor, position, since_minor, statement, parameters, is_carried,
             data_reason, data_group, data_count,
             data_reason IS NOT NULL AND iif(since_minor = minor, is_carried, EXISTS (
               SELECT 1 FROM version_step AS own
               WHERE own.blueprint_id = version_step.blueprint_id
                 AND own.minor = version_step.minor AND own.position = version_step.position
                 AND own.since_minor = own.minor AND own.is_carried)) AS is_needed
      FROM version_step
      """;

  private static final String SELECT = COLUMNS + " WHERE blueprint_id = :blueprint";
  private static final String LAST_OF =
      COLUMNS
          + """
          WHERE change_id = :change
            AND until_minor = (SELECT removed_minor FROM change WHERE id = :change)
          ORDER BY minor, position
          """;
  private static final String IN_ORDER = " ORDER BY minor, position";
  private static final String IN_EFFECT = SELECT + " AND until_minor IS NULL" + IN_ORDER;
  private static final String CARRIED =
      SELECT + " AND until_minor IS NULL AND is_carried = 1" + IN_ORDER;
  private static final String CARRIED_AT =
      SELECT
          + " AND since_minor <= :minor AND (until_minor IS NULL OR until_minor > :minor)"
          + " AND is_carried = 1"
          + IN_ORDER;
  private static final String FIRST_OF_GROUPS =
      SELECT
          + " AND until_minor IS NULL AND data_reason IS NOT NULL AND data_group = position"
          + " AND minor BETWEEN :first AND :last"
          + IN_ORDER;
  private static final String GROUP_SIZES =
      """
      SELECT minor, data_group, count(*)
      FROM version_step
      WHERE blueprint_id = :blueprint AND until_minor IS NULL AND data_reason IS NOT NULL
        AND minor BETWEEN :first AND :last
      GROUP BY minor, data_group
      """;
  private static final String INSERT =
      """
      INSERT INTO version_step (blueprint_id, change_id, minor, position, since_minor, statement,
                                parameters, is_carried, data_reason, data_group, data_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

  /** Returns the statements in effect at the latest version that tenants run, in order. */
  static List<StepRow> carried(Handle handle, long blueprint) {
    return handle
        .createQuery(CARRIED)
        .bind("blueprint", blueprint)
        .map((row, _) -> step(row))
        .list();
  }

  /** Returns the statements in effect at a version that tenants run, in order. */
  static List<StepRow> carriedAt(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(CARRIED_AT)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .map((row, _) -> step(row))
        .list();
  }

  /** A place in a request. */
  record Place(int minor, int position) {}

  /**
   * Returns the first ones of data statements that are named together, in order.
   *
   * @param first the first version whose statements count
   * @param last the last one
   */
  static List<StepRow> firstOfGroups(Handle handle, long blueprint, int first, int last) {
    return handle
        .createQuery(FIRST_OF_GROUPS)
        .bind("blueprint", blueprint)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> step(row))
        .list();
  }

  /** Returns how many data statements are named together, by the place of the first one. */
  static Map<Place, Long> groupSizes(Handle handle, long blueprint, int first, int last) {
    return handle
        .createQuery(GROUP_SIZES)
        .bind("blueprint", blueprint)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> Map.entry(new Place(row.getInt(1), row.getInt(2)), row.getLong(3)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the statements of a change that is no longer in effect, as they were last. */
  static List<StepRow> lastOf(Handle handle, long change) {
    return handle.createQuery(LAST_OF).bind("change", change).map((row, _) -> step(row)).list();
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
                row.getBoolean("is_needed"),
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
    steps.forEach(step -> batch.add(values(blueprint, step)));
    batch.execute();
  }

  /** By place: a dump has very many of them, and binding by name takes longer than writing. */
  private static @Nullable Object[] values(long blueprint, StepRow step) {
    Parameters parameters = step.statement().parameters();
    return new @Nullable Object[] {
      blueprint,
      step.changeId().orElse(null),
      step.minor(),
      step.position(),
      step.since(),
      step.statement().sql(),
      parameters.isEmpty() ? null : StoredParameters.write(parameters),
      step.carried(),
      step.data().map(DataNote::reason).orElse(null),
      step.data().map(DataNote::group).orElse(null),
      step.data().map(DataNote::count).orElse(1L)
    };
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
