package io.tenantry.core.imports;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.schema.RowKeys;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lists, for each tenant, the keys of its rows in each table: one pass per table, so that copying a
 * tenant later reads its rows only. The file can be made anew at any time from the source.
 */
final class SortedRows {
  private final SqliteDatabase database;

  /** A tenant of the source. */
  record Owner(long number, String value, String tenant, long rows) {}

  /**
   * What was found.
   *
   * @param owners by tenant id
   * @param warnings which rows belong to nobody or everybody
   */
  record Found(List<Owner> owners, List<String> warnings) {}

  private SortedRows(SqliteDatabase database) {
    this.database = database;
  }

  /** Sorts the rows of a source into a new file, which is durable afterwards. */
  static Found write(Sqlite sqlite, Path source, Path sorted, List<TableWay> ways) {
    AtomicFiles.delete(sorted);
    AtomicFiles.createEmpty(sorted);
    Found found;
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(sorted, OpenMode.CREATE, Profile.ENGINE))) {
      // Nobody else sees the file, and it is only used when it is complete.
      database.execute("PRAGMA journal_mode=DELETE");
      database.execute("PRAGMA journal_mode=OFF");
      database.execute("PRAGMA synchronous=OFF");
      database.execute("PRAGMA cache_size=-32768");
      attach(database, source, TableCopy.SOURCE);
      found = new SortedRows(database).sort(ways);
    }
    ImportFiles.sync(sorted);
    AtomicFiles.syncFolder(AtomicFiles.folderOf(sorted));
    return found;
  }

  /** Attaches a file that nobody changes any more. */
  static void attach(SqliteDatabase database, Path file, String schema) {
    database.execute(
        "ATTACH ? AS " + schema, Value.of(file.toAbsolutePath().toUri() + "?mode=ro&immutable=1"));
  }

  private Found sort(List<TableWay> ways) {
    database.begin();
    database.execute(
        """
        CREATE TABLE owner (
          id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE, rows INTEGER NOT NULL DEFAULT 0
        )
        """);
    ways.stream().filter(way -> way.isSplit() && way.hops().isEmpty()).forEach(this::addOwners);
    List<String> warnings = new ArrayList<>();
    Map<Long, Long> rows = new HashMap<>();
    for (int i = 0; i < ways.size(); i++) {
      sort(ways.get(i), i, rows, warnings);
    }
    database.commit();
    return new Found(owners(rows), warnings);
  }

  private void addOwners(TableWay way) {
    database.execute(
        """
        INSERT OR IGNORE INTO main.owner (value)
        SELECT DISTINCT %s AS value FROM %s WHERE value IS NOT NULL
        """
            .formatted(OwnerSql.value(way), OwnerSql.from(TableCopy.SOURCE, way)));
  }

  private void sort(TableWay way, int number, Map<Long, Long> rows, List<String> warnings) {
    long all =
        database.queryLong("SELECT count(*) FROM " + OwnerSql.table(TableCopy.SOURCE, way.name()));
    long assigned = way.isSplit() ? assign(way, number, rows) : all;
    ImportWarnings.of(way, all, Math.max(0, all - assigned)).ifPresent(warnings::add);
  }

  private long assign(TableWay way, int number, Map<Long, Long> rows) {
    List<String> keys = RowKeys.of(way.table());
    String columns =
        IntStream.range(0, keys.size()).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    database.execute(
        "CREATE TABLE rows%d (owner INTEGER NOT NULL, %s, PRIMARY KEY (owner, %s)) WITHOUT ROWID"
            .formatted(number, columns, columns));
    long assigned =
        database.execute(
            """
            INSERT OR IGNORE INTO main.rows%d (owner, %s)
            SELECT o.id, %s FROM %s CROSS JOIN main.owner o ON o.value = %s ORDER BY %s
            """
                .formatted(
                    number,
                    columns,
                    keys.stream()
                        .map(key -> "t0." + SqlNames.quote(key))
                        .collect(Collectors.joining(", ")),
                    OwnerSql.from(TableCopy.SOURCE, way),
                    OwnerSql.value(way),
                    IntStream.rangeClosed(1, keys.size() + 1)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "))));
    database
        .query(
            "SELECT owner, count(*) FROM main.rows%d GROUP BY owner".formatted(number),
            row -> Map.entry(number(row.value(0)), number(row.value(1))))
        .forEach(entry -> rows.merge(entry.getKey(), entry.getValue(), Long::sum));
    return assigned;
  }

  private List<Owner> owners(Map<Long, Long> rows) {
    Map<String, Long> numbers = new TreeMap<>();
    database.query(
        "SELECT value, id FROM main.owner",
        row -> numbers.put(row.value(0).toString(), number(row.value(1))));
    return TenantIds.of(numbers.keySet()).entrySet().stream()
        .map(
            id -> {
              long number = numbers.getOrDefault(id.getKey(), 0L);
              return new Owner(number, id.getKey(), id.getValue(), rows.getOrDefault(number, 0L));
            })
        .toList();
  }

  private static long number(Value value) {
    return value instanceof Value.Integer(long number) ? number : 0;
  }
}
