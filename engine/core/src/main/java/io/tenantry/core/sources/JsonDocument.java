package io.tenantry.core.sources;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes a JSON text apart with SQLite's own functions. One thread at a time. */
final class JsonDocument implements AutoCloseable {
  private final SqliteDatabase database;

  JsonDocument(Sqlite sqlite) {
    database = sqlite.openInMemory(Profile.ENGINE);
    database.execute("CREATE TABLE document (text TEXT)");
  }

  /** Sets the text; returns whether it is JSON. */
  boolean load(String text) {
    database.execute("DELETE FROM document");
    database.execute("INSERT INTO document VALUES (?)", Value.of(text));
    return database.queryLong("SELECT json_valid(text) FROM document") == 1;
  }

  /**
   * Selects from the document.
   *
   * @param sql refers to the text as {@code text} of table {@code document}
   */
  <T> List<T> query(String sql, Function<SqliteStatement, T> row, Value... values) {
    try {
      return database.query(sql, row, values);
    } catch (EngineException e) {
      throw e.detail("sqlite_code").isEmpty()
          ? e
          : EngineException.badRequest("The document has an unexpected shape: " + e.message());
    }
  }

  /** Returns a text, or empty when it is missing. */
  Optional<String> text(String path) {
    return query("SELECT text ->> ? FROM document", row -> row.value(0), Value.of(path)).stream()
        .findFirst()
        .filter(value -> !(value instanceof Value.Null))
        .map(Value::toString);
  }

  @Override
  public void close() {
    database.close();
  }
}
