package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Copies the rows of one tenant into its database, all or none. Foreign keys are checked before the
 * commit; triggers do not run, for what they did to the rows is in the source. Any thread.
 */
final class TenantCopy {
  private static final String TRIGGERS =
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid";

  private final Path source;
  private final Path sorted;
  private final CopyPlan plan;
  private final BooleanSupplier stopped;
  private final String mark;

  /**
   * Prepares copying.
   *
   * @param stopped whether the engine is closing; then copying fails
   */
  TenantCopy(ImportId id, ImportFiles files, CopyPlan plan, BooleanSupplier stopped) {
    this.source = files.source(id);
    this.sorted = files.sorted(id);
    this.plan = plan;
    this.stopped = stopped;
    this.mark = "tenantry_" + id;
  }

  private record Trigger(String name, String sql) {}

  /** Fills a database that nobody sees yet; returns the number of rows. */
  long fill(SqliteDatabase database, long owner) {
    attach(database);
    return database.transaction(() -> copy(database, owner));
  }

  /**
   * Adds to a database that may have rows and leaves a mark in it, which says after a crash that
   * the rows are there. A second call finds the mark and adds nothing.
   *
   * @return the number of rows
   */
  long add(SqliteDatabase database, long owner) {
    Optional<Long> before = marked(database);
    if (before.isPresent()) {
      return before.get();
    }
    attach(database);
    return database.transaction(
        () -> {
          long rows = copy(database, owner);
          database.execute("CREATE TABLE main.%s (rows INTEGER)".formatted(SqlNames.quote(mark)));
          database.execute(
              "INSERT INTO main.%s VALUES (?)".formatted(SqlNames.quote(mark)), Value.of(rows));
          return rows;
        });
  }

  /** Returns how many rows were added to a database that has the mark. */
  Optional<Long> marked(SqliteDatabase database) {
    boolean there =
        database.queryLong("SELECT count(*) FROM main.sqlite_schema WHERE name = ?", Value.of(mark))
            > 0;
    return there
        ? Optional.of(database.queryLong("SELECT rows FROM main." + SqlNames.quote(mark)))
        : Optional.empty();
  }

  /** Removes the mark. */
  void unmark(SqliteDatabase database) {
    database.execute("DROP TABLE IF EXISTS main." + SqlNames.quote(mark));
  }

  private void attach(SqliteDatabase database) {
    SortedRows.attach(database, source, TableCopy.SOURCE);
    SortedRows.attach(database, sorted, TableCopy.SORTED);
    database.execute("PRAGMA %s.cache_size=-4096".formatted(TableCopy.SOURCE));
    database.execute("PRAGMA main.cache_size=-4096");
    database.execute("PRAGMA foreign_keys=OFF");
  }

  private long copy(SqliteDatabase database, long owner) {
    List<Trigger> triggers =
        database.query(
            TRIGGERS, row -> new Trigger(row.value(0).toString(), row.value(1).toString()));
    triggers.forEach(
        trigger -> database.execute("DROP TRIGGER main." + SqlNames.quote(trigger.name())));
    long rows = 0;
    for (TableCopy table : plan.copies()) {
      if (stopped.getAsBoolean()) {
        throw EngineException.conflict("the import is stopping");
      }
      rows += copy(database, table, owner);
    }
    triggers.forEach(trigger -> database.execute(trigger.sql()));
    requireForeignKeys(database);
    return rows;
  }

  private static long copy(SqliteDatabase database, TableCopy table, long owner) {
    boolean isEmpty =
        database.queryLong(
                "SELECT EXISTS (SELECT 1 FROM %s)"
                    .formatted(OwnerSql.table("main", table.target().name())))
            == 0;
    String sql = table.insert(isEmpty);
    long rows =
        table.way().isSplit() ? database.execute(sql, Value.of(owner)) : database.execute(sql);
    if (table.countsUp()) {
      countOn(database, table);
    }
    return rows;
  }

  /** Numbers that the source has given before are not given again. */
  private static void countOn(SqliteDatabase database, TableCopy table) {
    Value there = Value.of(table.target().name());
    long highest =
        database.queryLong(
            "SELECT max(seq) FROM %s.sqlite_sequence WHERE name = ?".formatted(TableCopy.SOURCE),
            Value.of(table.way().name()));
    boolean known =
        database.queryLong("SELECT count(*) FROM main.sqlite_sequence WHERE name = ?", there) > 0;
    if (known) {
      database.execute(
          "UPDATE main.sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
          Value.of(highest),
          there);
    } else if (highest > 0) {
      database.execute(
          "INSERT INTO main.sqlite_sequence (name, seq) VALUES (?, ?)", there, Value.of(highest));
    }
  }

  private static void requireForeignKeys(SqliteDatabase database) {
    List<String> violations =
        database.query(
            "PRAGMA main.foreign_key_check",
            row -> "a row of '%s' refers to no row of '%s'".formatted(row.value(0), row.value(2)));
    if (!violations.isEmpty()) {
      throw EngineException.conflict(
          "FOREIGN KEY constraint failed: %s%s"
              .formatted(
                  violations.getFirst(),
                  violations.size() > 1 ? " (and %d more)".formatted(violations.size() - 1) : ""));
    }
  }
}
