package io.tenantry.core.differ;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A database in memory without rows, on which SQLite judges statements. One thread. */
final class Scratch implements AutoCloseable {
  private final SqliteDatabase database;

  private Scratch(SqliteDatabase database) {
    this.database = database;
  }

  static Scratch of(Sqlite sqlite, SchemaSnapshot schema) {
    return of(sqlite, schema.statements());
  }

  /**
   * Makes a database with the schema.
   *
   * @throws EngineException CONFLICT when SQLite cannot make it
   */
  static Scratch of(Sqlite sqlite, List<String> statements) {
    Scratch scratch = new Scratch(sqlite.openInMemory(Profile.ENGINE));
    boolean done = false;
    try {
      scratch.database.execute("PRAGMA foreign_keys=OFF");
      statements.forEach(scratch::create);
      done = true;
      return scratch;
    } finally {
      if (!done) {
        scratch.close();
      }
    }
  }

  private void create(String statement) {
    try {
      database.execute(statement);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.BAD_REQUEST
          ? EngineException.conflict(
              "The schema cannot be made anew: " + e.message() + " in " + firstLine(statement))
          : e;
    }
  }

  private static String firstLine(String statement) {
    return statement.lines().findFirst().orElse("");
  }

  /** Runs statements; SQLite's refusal says that this is not the way. */
  void run(List<String> statements) {
    try {
      statements.forEach(database::execute);
    } catch (EngineException e) {
      throw e.code() == ErrorCode.BAD_REQUEST ? new NoWay(e) : e;
    }
  }

  /** Runs statements and keeps what they did, if SQLite takes them and the judge likes it. */
  boolean accepts(List<String> statements, Predicate<SchemaSnapshot> judge) {
    database.execute("SAVEPOINT trial");
    boolean kept = false;
    try {
      run(statements);
      kept = judge.test(schema());
    } catch (NoWay refused) {
      kept = false;
    }
    if (!kept) {
      database.execute("ROLLBACK TO trial");
    }
    database.execute("RELEASE trial");
    return kept;
  }

  SchemaSnapshot schema() {
    return SchemaSnapshot.read(database);
  }

  /** Finds an object of a schema; names in any case. */
  static Optional<SchemaObject> find(SchemaSnapshot schema, Type type, String name) {
    return schema.objects().stream()
        .filter(object -> object.type() == type && SqlNames.same(object.name(), name))
        .findFirst();
  }

  Optional<SchemaObject> find(Type type, String name) {
    return find(schema(), type, name);
  }

  TableFacts facts(String table) {
    return TableFacts.read(database, table);
  }

  @Override
  public void close() {
    database.close();
  }
}
