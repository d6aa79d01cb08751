package io.tenantry.core.blueprints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Recorded changes in the catalog, inside a transaction of the caller. */
final class ChangeRepository {
  /** Which of its data statements tenants run was decided after a change was recorded, perhaps. */
  private static final String SELECT =
      """
      SELECT id, added_minor, kind, object, summary, row_effect, loss, revert_statement,
             destructive, created_at, removed_minor,
             coalesce((SELECT iif(count(*) = 1, max(s.statement),
                                  group_concat(s.statement, ';' || char(10)
                                               ORDER BY s.minor, s.position) || ';')
                       FROM version_step s
                       WHERE s.change_id = change.id AND s.is_carried
                         AND (s.until_minor IS NULL OR s.until_minor > :at)
                         AND s.since_minor <= :at),
                      statement) AS statement
      FROM change
      WHERE blueprint_id = :blueprint
      """;

  private static final String IN_ORDER = " ORDER BY added_minor, position";
  private static final String IN_EFFECT = SELECT + " AND removed_minor IS NULL" + IN_ORDER;
  private static final String IN_EFFECT_AT =
      SELECT
          + " AND added_minor <= :at AND (removed_minor IS NULL OR removed_minor > :at)"
          + IN_ORDER;
  private static final String SKIPPED =
      SELECT
          + " AND removal = 'skipped'"
          + " AND NOT EXISTS (SELECT 1 FROM change a WHERE a.again_of = change.id)"
          + " ORDER BY removed_minor, added_minor, position";
  private static final int LATEST = Integer.MAX_VALUE;

  private ChangeRepository() {}

  static List<ChangeRow> inEffect(Handle handle, long blueprint) {
    return handle
        .createQuery(IN_EFFECT)
        .bind("blueprint", blueprint)
        .bind("at", LATEST)
        .map((row, _) -> change(row))
        .list();
  }

  /** Returns the changes whose replay makes a version, in order. */
  static List<ChangeRow> inEffectAt(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(IN_EFFECT_AT)
        .bind("blueprint", blueprint)
        .bind("at", minor)
        .map((row, _) -> change(row))
        .list();
  }

  /** Returns what was skipped and not put back, with the version that does without it first. */
  static Map<ChangeRow, Integer> skipped(Handle handle, long blueprint) {
    Map<ChangeRow, Integer> skipped = new LinkedHashMap<>();
    handle
        .createQuery(SKIPPED)
        .bind("blueprint", blueprint)
        .bind("at", LATEST)
        .map((row, _) -> Map.entry(change(row), row.getInt("removed_minor")))
        .forEach(found -> skipped.put(found.getKey(), found.getValue()));
    return skipped;
  }

  private static ChangeRow change(ResultSet row) throws SQLException {
    return new ChangeRow(
        row.getLong("id"),
        row.getInt("added_minor"),
        row.getString("kind"),
        row.getString("object"),
        row.getString("summary"),
        Optional.ofNullable(row.getString("row_effect")),
        Optional.ofNullable(row.getString("loss")),
        row.getString("statement"),
        Optional.ofNullable(row.getString("revert_statement")),
        row.getBoolean("destructive"),
        row.getLong("created_at"));
  }
}
