package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import java.util.List;

/**
 * Rows of one table that refer to rows of another which are not there.
 *
 * @param table where they are
 * @param parent what they refer to
 * @param rows how many
 */
public record DanglingReferences(String table, String parent, long rows) {
  private static final String COUNT =
      """
      SELECT "table", parent, count(*) FROM pragma_foreign_key_check
      GROUP BY 1, 2 ORDER BY 1, 2
      """;

  /** Looks for them; takes a look at each reference of the database. */
  public static List<DanglingReferences> in(SqliteDatabase database) {
    return database.query(
        COUNT,
        row ->
            new DanglingReferences(
                row.value(0).toString(),
                row.value(1).toString(),
                row.value(2) instanceof Value.Integer(long number) ? number : 0));
  }

  /**
   * Refuses them.
   *
   * @throws EngineException BAD_REQUEST naming the first two tables
   */
  public static void refuse(SqliteDatabase database) {
    in(database).stream()
        .findFirst()
        .ifPresent(
            each -> {
              throw EngineException.badRequest(
                  "FOREIGN KEY constraint failed: a row of '%s' points to no row of '%s'"
                      .formatted(each.table(), each.parent()));
            });
  }
}
