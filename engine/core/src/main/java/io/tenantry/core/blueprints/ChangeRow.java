package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One recorded statement that is in effect at the latest version.
 *
 * @param addedMinor the version that it came with
 */
public record ChangeRow(
    long id,
    int addedMinor,
    String kind,
    String object,
    String statement,
    Optional<String> revert,
    boolean destructive,
    long createdAt) {
  static final String COLUMNS =
      "id, added_minor, kind, object, statement, revert_statement, destructive, created_at";

  static ChangeRow of(ResultSet row) throws SQLException {
    return new ChangeRow(
        row.getLong("id"),
        row.getInt("added_minor"),
        row.getString("kind"),
        row.getString("object"),
        row.getString("statement"),
        Optional.ofNullable(row.getString("revert_statement")),
        row.getBoolean("destructive"),
        row.getLong("created_at"));
  }

  /** Returns it as the contract shows it. */
  public Change toChange() {
    return new Change(
        id,
        new Version(1, addedMinor),
        kind,
        object,
        statement,
        destructive,
        revert.isPresent(),
        revert,
        Instant.ofEpochMilli(createdAt).truncatedTo(ChronoUnit.SECONDS));
  }
}
