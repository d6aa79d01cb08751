package io.tenantry.core.recording;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.AlterTable;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.DdlStatement.RenameTable;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.SqlNames;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the statement that takes a schema change back. It is asked before the change runs: what is
 * dropped is still there.
 */
final class Inverse {
  private static final String OLD_SQL =
      "SELECT sql FROM sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE";

  private final SqliteDatabase database;
  private final InverseTrial trial;

  Inverse(SqliteDatabase database, InverseTrial trial) {
    this.database = database;
    this.trial = trial;
  }

  Optional<String> of(DdlStatement ddl, String statement) {
    return switch (ddl) {
      case Create(Thing thing, String name) ->
          Optional.of("DROP " + word(thing) + " IF EXISTS " + quoted(name) + ";");
      case Drop(Thing thing, String name) -> oldStatement(thing, name);
      case AddColumn(String table, String column) ->
          proved(statement, alter(table) + " DROP COLUMN " + quoted(column) + ";");
      case RenameColumn(String table, String from, String to) ->
          proved(
              statement,
              alter(table) + " RENAME COLUMN " + quoted(to) + " TO " + quoted(from) + ";");
      case RenameTable(String table, String to) ->
          proved(statement, alter(to) + " RENAME TO " + quoted(table) + ";");
      case DropColumn _, AlterTable _ -> Optional.empty();
    };
  }

  private Optional<String> proved(String statement, String inverse) {
    return Optional.of(inverse)
        .filter(candidate -> trial.undoes(SchemaSnapshot.read(database), statement, candidate));
  }

  private Optional<String> oldStatement(Thing thing, String name) {
    if (thing == Thing.TABLE || thing == Thing.VIRTUAL_TABLE) {
      return Optional.empty();
    }
    String type = thing.name().toLowerCase(Locale.ROOT);
    return database
        .queryValue(OLD_SQL, Value.of(type), Value.of(name))
        .filter(sql -> sql instanceof Value.Text)
        .map(sql -> sql + ";");
  }

  private static String alter(String table) {
    return "ALTER TABLE " + quoted(table);
  }

  private static String word(Thing thing) {
    return thing == Thing.VIRTUAL_TABLE ? "TABLE" : thing.name();
  }

  private static String quoted(String name) {
    return SqlNames.quoteIfNeeded(name);
  }
}
