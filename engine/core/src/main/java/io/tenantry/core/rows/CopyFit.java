package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Tells which rows a table that was made on the way may refuse: it asks more of them than the one
 * they come from. One thread.
 */
final class CopyFit implements AutoCloseable {
  private final RowWalk walk;
  private final IntPredicate runs;
  private final SqliteDatabase before;
  private final SqliteDatabase after;

  CopyFit(Sqlite sqlite, RowWalk walk, IntPredicate runs) {
    this.walk = walk;
    this.runs = runs;
    this.before = made(sqlite, walk.before());
    this.after = made(sqlite, walk.after());
  }

  /**
   * Why rows may not fit.
   *
   * @param step the statement that fails then
   * @param isSure whether no row fits
   */
  record Doubt(RowStep step, boolean isSure, String message) {}

  private static SqliteDatabase made(Sqlite sqlite, SchemaSnapshot schema) {
    SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE);
    for (String statement : schema.statements()) {
      try {
        database.execute(statement);
      } catch (EngineException e) {
        if (e.code() != ErrorCode.BAD_REQUEST) {
          database.close();
          throw e;
        }
      }
    }
    return database;
  }

  List<Doubt> of(TrackedTable table, List<Rebuild> rebuilds) {
    List<RowStep> moves =
        walk.steps().stream()
            .filter(step -> runs.test(step.place()) && step.moves())
            .filter(step -> step.target().orElseThrow().equals(table))
            .toList();
    List<Doubt> doubts = new ArrayList<>();
    Optional<TrackedTable> origin = origin(table, moves, rebuilds);
    for (RowStep move : moves) {
      for (TrackedTable source : move.reads()) {
        nulls(move, source, origin, doubts);
      }
      unfilled(move, table, doubts);
    }
    if (table.isAlive()) {
      rules(table, moves.getFirst(), origin, doubts);
    }
    return doubts;
  }

  /** Returns the table that this one replaces, or else the only one that its rows come from. */
  private static Optional<TrackedTable> origin(
      TrackedTable table, List<RowStep> moves, List<Rebuild> rebuilds) {
    List<TrackedTable> old =
        Stream.concat(
                rebuilds.stream()
                    .filter(rebuild -> rebuild.after().contains(table))
                    .flatMap(rebuild -> rebuild.before().stream()),
                moves.stream().flatMap(move -> move.reads().stream()).filter(TrackedTable::isOld))
            .distinct()
            .toList();
    return old.stream()
        .filter(each -> SqlNames.same(each.firstName(), table.name()))
        .findFirst()
        .or(() -> old.stream().findFirst().filter(_ -> old.size() == 1));
  }

  private void nulls(
      RowStep move, TrackedTable source, Optional<TrackedTable> origin, List<Doubt> doubts) {
    List<TableColumn> there = move.columns().getOrDefault(source, List.of());
    List<TableColumn> first = origin.map(walk::first).orElse(List.of());
    for (CopyMap.Copied copied : CopyMap.of(move, source).columns()) {
      boolean never =
          Stream.of(there, first)
              .flatMap(columns -> CopyMap.find(columns, copied.from()).stream())
              .anyMatch(column -> column.notNull() || column.isKey());
      if (copied.to().notNull() && !copied.changed() && !copied.filled() && !never) {
        doubts.add(
            new Doubt(
                move,
                false,
                "fails where %s.%s is NULL"
                    .formatted(origin.orElse(source).firstName(), copied.from())));
      }
    }
  }

  private void unfilled(RowStep move, TrackedTable table, List<Doubt> doubts) {
    for (TableColumn column : move.columns().getOrDefault(table, List.of())) {
      boolean needsValue = column.notNull() && !column.generated() && column.byDefault().isEmpty();
      boolean named =
          move.rows()
              .map(rows -> rows.columns().isEmpty() || contains(rows.columns(), column.name()))
              .orElse(true);
      if (needsValue && !named) {
        doubts.add(
            new Doubt(
                move,
                true,
                "fails where there are rows: %s.%s is NOT NULL and gets no value"
                    .formatted(table.name(), column.name())));
      }
    }
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(each -> SqlNames.same(each, name));
  }

  private void rules(
      TrackedTable table, RowStep move, Optional<TrackedTable> origin, List<Doubt> doubts) {
    TableRules old =
        origin
            .map(source -> TableRules.of(before, source.firstName()))
            .orElseGet(() -> TableRules.of(before, ""));
    TableRules next = TableRules.of(after, table.name());
    List<CopyMap> copies = move.reads().stream().map(from -> CopyMap.of(move, from)).toList();
    next.beyond(old, column -> renamed(copies, column)).stream()
        .map(what -> "fails where %s would get %s".formatted(table.name(), what))
        .forEach(message -> doubts.add(new Doubt(move, false, message)));
  }

  private static String renamed(List<CopyMap> copies, String column) {
    return copies.stream()
        .flatMap(copy -> copy.copyOf(column).stream())
        .filter(copied -> !copied.changed())
        .map(copied -> SqlNames.fold(copied.to().name()))
        .findFirst()
        .orElse(column);
  }

  @Override
  public void close() {
    before.close();
    after.close();
  }
}
