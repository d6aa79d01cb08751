package io.tenantry.core.blueprints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Recorded changes in the catalog, inside a transaction of the caller. */
final class ChangeRepository {
  private static final String SELECT =
      """
      SELECT id, added_minor, kind, object, summary, row_effect, loss, statement, revert_statement,
             destructive, created_at
      FROM change
      WHERE blueprint_id = :blueprint
      """;
  private static final String IN_ORDER = " ORDER BY added_minor, position";
  private static final String IN_EFFECT = SELECT + " AND removed_minor IS NULL" + IN_ORDER;
  private static final String IN_EFFECT_AT =
      SELECT
          + " AND added_minor <= :minor AND (removed_minor IS NULL OR removed_minor > :minor)"
          + IN_ORDER;

  private ChangeRepository() {}

  static List<ChangeRow> inEffect(Handle handle, long blueprint) {
    return handle
        .createQuery(IN_EFFECT)
        .bind("blueprint", blueprint)
        .map((row, _) -> change(row))
        .list();
  }

  /** Returns the changes whose replay makes a version, in order. */
  static List<ChangeRow> inEffectAt(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(IN_EFFECT_AT)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .map((row, _) -> change(row))
        .list();
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
