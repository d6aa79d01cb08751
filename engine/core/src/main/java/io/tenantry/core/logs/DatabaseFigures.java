package io.tenantry.core.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.TenantMetrics.DatabaseMetrics;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage and connections of dedicated databases, added up. */
final class DatabaseFigures {
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final String TABLES =
      """
      SELECT name
      FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """;

  private final TenantDatabases databases;
  private long sizeBytes;
  private long walBytes;
  private long pageCount;
  private long freelistCount;
  private int connections;
  private final Map<String, Long> rowsByTable = new LinkedHashMap<>();

  DatabaseFigures(TenantDatabases databases) {
    this.databases = databases;
  }

  /** Looks at those that are dedicated; a tenant without any has a note instead. */
  DatabaseMetrics of(List<TenantTarget> all) {
    List<TenantTarget> dedicated = all.stream().filter(each -> each.place().isDedicated()).toList();
    if (dedicated.isEmpty()) {
      return DatabaseMetrics.shared();
    }
    for (TenantTarget each : dedicated) {
      add(each, dedicated.size() == 1 ? "" : each.place().blueprint() + ".");
    }
    return new DatabaseMetrics(
        Optional.empty(),
        Optional.of(sizeBytes),
        Optional.of(walBytes),
        Optional.of(pageCount),
        Optional.of(freelistCount),
        Optional.of(connections),
        Optional.of(rowsByTable));
  }

  private void add(TenantTarget target, String prefix) {
    Path file = target.file();
    sizeBytes += size(file);
    walBytes += size(file.resolveSibling(file.getFileName() + "-wal"));
    connections += databases.connections(file);
    Deadline deadline = Deadline.in(TIME);
    databases.withReader(
        DatabaseFile.tenant(file),
        deadline,
        database -> {
          pageCount += database.queryLong("PRAGMA page_count");
          freelistCount += database.queryLong("PRAGMA freelist_count");
          return countRows(database, prefix, deadline);
        });
  }

  /** Counts until the time is over; what is left is left out. */
  private boolean countRows(SqliteDatabase database, String prefix, Deadline deadline) {
    for (String table : database.query(TABLES, row -> Columns.text(row, 0))) {
      String quoted = '"' + table.replace("\"", "\"\"") + '"';
      try {
        long rows =
            database.within(deadline, () -> database.queryLong("SELECT count(*) FROM " + quoted));
        rowsByTable.put(prefix + table, rows);
      } catch (EngineException e) {
        if (deadline.remainingNanos() > 0) {
          throw e;
        }
        return false;
      }
    }
    return true;
  }

  /** A look at the file's size does not open it. */
  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw EngineException.internal("The size of a database cannot be read", e);
    }
  }
}
