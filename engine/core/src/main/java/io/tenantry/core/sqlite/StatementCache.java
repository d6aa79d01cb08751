package io.tenantry.core.sqlite;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one connection that nobody uses just now; least recent leave first.
 */
final class StatementCache {
  private static final int CAPACITY = 64;

  private final LinkedHashMap<String, SqliteStatement> idle = new LinkedHashMap<>();

  @Nullable SqliteStatement take(String sql) {
    return idle.remove(sql);
  }

  void put(SqliteStatement statement) {
    SqliteStatement duplicate = idle.put(statement.sql(), statement);
    if (duplicate != null) {
      duplicate.destroy();
    }
    if (idle.size() > CAPACITY) {
      SqliteStatement eldest = idle.pollFirstEntry().getValue();
      eldest.destroy();
    }
  }

  void clear() {
    List<SqliteStatement> all = List.copyOf(idle.values());
    idle.clear();
    all.forEach(SqliteStatement::destroy);
  }
}
