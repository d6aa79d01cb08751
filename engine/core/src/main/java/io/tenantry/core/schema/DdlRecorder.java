package io.tenantry.core.schema;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlParser;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches the statements of one workspace request and keeps those that really changed the schema,
 * each with its inverse. One request, one recorder, one thread.
 */
public final class DdlRecorder {
  private static final String OLD_SQL =
      "SELECT sql FROM sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE";

  private final SqliteDatabase database;
  private final InverseTrial trial;
  private final List<RecordedDdl> recorded = new ArrayList<>();

  /**
   * Watches a database.
   *
   * @param database the workspace database, inside the transaction of the request
   * @param trial proves inverses
   */
  public DdlRecorder(SqliteDatabase database, InverseTrial trial) {
    this.database = database;
    this.trial = trial;
  }

  /**
   * Runs one statement and records it when it is DDL and changed the schema.
   *
   * @param statement the SQL that {@code execution} runs
   * @param execution runs it on the database
   * @return what the execution returned
   */
  public <T> T watch(String statement, Supplier<T> execution) {
    Optional<DdlStatement> parsed = DdlParser.parse(statement);
    if (parsed.isEmpty()) {
      return execution.get();
    }
    DdlStatement ddl = parsed.get();
    long before = database.schemaVersion();
    Optional<String> inverse = inverse(ddl, statement);
    T result = execution.get();
    if (database.schemaVersion() != before) {
      recorded.add(new RecordedDdl(ddl.kind(), label(ddl), statement, ddl.destructive(), inverse));
    }
    return result;
  }

  /**
   * Runs statements that change the schema only together, such as those that make a table anew and
   * copy its rows, and records each of them; none can be taken back alone.
   */
  public void watchTogether(
      String kind, String object, boolean destructive, List<String> statements) {
    for (String statement : statements) {
      database.execute(statement);
      recorded.add(new RecordedDdl(kind, object, statement, destructive, Optional.empty()));
    }
  }

  /** Returns what was recorded, in order. */
  public List<RecordedDdl> recorded() {
    return List.copyOf(recorded);
  }

  /** Returns how many were recorded, to {@link #rewind} to. */
  public int mark() {
    return recorded.size();
  }

  /** Forgets what was recorded after a mark, because a savepoint took it back. */
  public void rewind(int mark) {
    recorded.subList(mark, recorded.size()).clear();
  }

  private static String label(DdlStatement ddl) {
    return switch (ddl) {
      case AddColumn(String table, String column) -> table + "." + column;
      case DropColumn(String table, String column) -> table + "." + column;
      case RenameColumn(String table, _, String to) -> table + "." + to;
      case RenameTable(_, String to) -> to;
      case Create _, Drop _, AlterTable _ -> ddl.object();
    };
  }

  /** Works the inverse out before the statement runs: what is dropped is still there. */
  private Optional<String> inverse(DdlStatement ddl, String statement) {
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
