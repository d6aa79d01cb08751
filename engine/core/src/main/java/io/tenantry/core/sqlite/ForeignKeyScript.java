package io.tenantry.core.sqlite;

import io.tenantry.sql.SettingPragma;
import io.tenantry.sql.SettingPragma.ForeignKeys;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.List;
import java.util.Set;

/**
 * What the statements of a script that runs as one transaction want of foreign keys. SQLite ignores
 * {@code PRAGMA foreign_keys} inside a transaction, so it must be known before.
 */
public enum ForeignKeyScript {
  /** They are enforced. */
  ENFORCED,
  /** They are off while rows or the schema are changed. */
  OFF,
  /** Some statements want them off and others do not: they are off, and checked at the end. */
  CHECKED;

  private static final Set<String> END = Set.of("COMMIT", "END", "ROLLBACK");
  private static final Set<StatementKind> CHANGES =
      Set.of(StatementKind.WRITE, StatementKind.SCHEMA);

  /**
   * Reads a script.
   *
   * @param enforced whether they are enforced before its first statement
   */
  public static ForeignKeyScript of(List<SqlStatement> script, boolean enforced) {
    boolean now = enforced;
    boolean inside = false;
    boolean offOnce = false;
    boolean changesWhileOn = false;
    for (SqlStatement statement : script) {
      inside = inside ? !END.contains(statement.verb()) : statement.verb().equals("BEGIN");
      if (SettingPragma.parse(statement).orElse(null) instanceof ForeignKeys(boolean on)) {
        now = inside ? now : on;
      } else if (CHANGES.contains(StatementKind.of(statement))) {
        offOnce |= !now;
        changesWhileOn |= now;
      }
    }
    if (!offOnce) {
      return ENFORCED;
    }
    return changesWhileOn ? CHECKED : OFF;
  }
}
