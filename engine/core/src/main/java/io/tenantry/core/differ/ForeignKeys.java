package io.tenantry.core.differ;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;

/** Checks all references of a database, after statements that ran while nobody checked them. */
public final class ForeignKeys {
  private static final String CHECK =
      "SELECT \"table\" || ' refers to missing ' || parent FROM pragma_foreign_key_check LIMIT 1";

  private ForeignKeys() {}

  /**
   * Requires that every row refers to something.
   *
   * @throws EngineException CONFLICT naming two tables
   */
  public static void require(SqliteDatabase database) {
    List<String> violations = database.query(CHECK, row -> row.value(0).toString());
    if (!violations.isEmpty()) {
      throw EngineException.conflict("FOREIGN KEY constraint failed: " + violations.getFirst());
    }
  }
}
