package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.RenameTable;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.RowStatement;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What statements do to the tables of a schema, one after the other: schema changes run on a
 * database in memory without rows, and SQLite tells there which tables each data statement opens.
 *
 * @param steps one for each statement, in order
 * @param tables all tables there were, in the order in which they came
 * @param before the schema before the first statement
 * @param after the schema behind the last one
 * @param last the columns then of tables that got rows of others
 */
public record RowWalk(
    List<RowStep> steps,
    List<TrackedTable> tables,
    SchemaSnapshot before,
    SchemaSnapshot after,
    Map<TrackedTable, List<TableColumn>> last) {
  /** Copies the lists. */
  public RowWalk {
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
    last = Map.copyOf(last);
  }

  /** Returns the columns of a table as a statement first met them. */
  List<TableColumn> first(TrackedTable table) {
    return steps.stream()
        .filter(step -> step.columns().containsKey(table))
        .map(step -> step.columns().get(table))
        .findFirst()
        .orElse(List.of());
  }

  /** Returns the columns of a table behind the last statement. */
  List<TableColumn> last(TrackedTable table) {
    return last.getOrDefault(table, List.of());
  }

  /**
   * Returns the tables that hold rows from before at some time.
   *
   * @param runs which statements are taken to run
   */
  Set<TrackedTable> holders(IntPredicate runs) {
    Set<TrackedTable> holders = new LinkedHashSet<>();
    tables.stream().filter(TrackedTable::isOld).forEach(holders::add);
    steps.stream()
        .filter(step -> runs.test(step.place()) && step.moves())
        .filter(step -> step.reads().stream().anyMatch(holders::contains))
        .forEach(step -> holders.add(step.target().orElseThrow()));
    return holders;
  }

  /** Returns whether an index, trigger or view was there before, and is behind the last one. */
  boolean isMadeAgain(RowStep step) {
    String name = step.ddl().map(DdlStatement::object).orElse("");
    return has(before, name) && has(after, name);
  }

  /**
   * Returns whether what a statement makes was there before just like it is behind the last one.
   */
  boolean isUnchanged(RowStep step) {
    String name = step.ddl().map(DdlStatement::object).orElse("");
    Optional<SchemaObject> there = find(before, name);
    Optional<SchemaObject> then = find(after, name);
    return there.isPresent() && then.isPresent() && before.isAlike(there.get(), after, then.get());
  }

  private static boolean has(SchemaSnapshot schema, String name) {
    return find(schema, name).isPresent();
  }

  private static Optional<SchemaObject> find(SchemaSnapshot schema, String name) {
    return schema.objects().stream()
        .filter(object -> SqlNames.same(object.name(), name))
        .findFirst();
  }

  /**
   * Walks through statements.
   *
   * @param before the schema they start from
   */
  public static RowWalk of(Sqlite sqlite, SchemaSnapshot before, List<BoundStatement> statements) {
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      scratch.execute("PRAGMA foreign_keys=OFF");
      before.statements().forEach(statement -> tried(scratch, new BoundStatement(statement)));
      Walker walker = new Walker(scratch);
      for (int i = 0; i < statements.size(); i++) {
        walker.step(i, statements.get(i));
      }
      return new RowWalk(
          walker.steps,
          walker.tables.all(),
          before,
          SchemaSnapshot.read(scratch),
          walker.lastColumns());
    }
  }

  /**
   * Walks through the last of statements that make a whole schema.
   *
   * @param start how many of them make what was there before
   */
  public static RowWalk from(Sqlite sqlite, List<BoundStatement> statements, int start) {
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      statements.subList(0, start).forEach(statement -> tried(scratch, statement));
      return of(sqlite, SchemaSnapshot.read(scratch), statements.subList(start, statements.size()));
    }
  }

  /** What SQLite does not take here it has not taken, or will not take, elsewhere either. */
  static boolean tried(SqliteDatabase scratch, BoundStatement statement) {
    try {
      statement.run(scratch);
      return true;
    } catch (EngineException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      return false;
    }
  }

  private static final class Walker {
    private static final String INDEXED =
        "SELECT tbl_name FROM sqlite_schema WHERE name = ? COLLATE NOCASE";

    private final SqliteDatabase scratch;
    private final TrackedTables tables;
    private final List<RowStep> steps = new ArrayList<>();
    private Optional<TableUses> uses = Optional.empty();
    private Optional<TableTriggers> triggers = Optional.empty();

    Walker(SqliteDatabase scratch) {
      this.scratch = scratch;
      this.tables = new TrackedTables(scratch);
    }

    void step(int place, BoundStatement statement) {
      Optional<RowStatement> rows = RowStatement.parse(statement.sql());
      steps.add(
          rows.isPresent()
              ? data(place, statement, rows.get())
              : schema(place, statement, DdlParser.parse(statement.sql())));
    }

    /** Only tables made on the way are ever compared with others. */
    private Map<TrackedTable, List<TableColumn>> lastColumns() {
      Map<TrackedTable, List<TableColumn>> columns = new HashMap<>();
      tables.all().stream()
          .filter(
              table ->
                  table.isAlive()
                      && steps.stream()
                          .anyMatch(
                              step -> step.moves() && step.target().orElseThrow().equals(table)))
          .forEach(table -> columns.put(table, TableColumn.of(scratch, table)));
      return columns;
    }

    private RowStep data(int place, BoundStatement statement, RowStatement rows) {
      Optional<TrackedTable> target = tables.find(rows.table());
      List<TableTriggers.Fired> fires =
          target.map(table -> triggers().firedBy(rows, table, tables)).orElse(List.of());
      if (isPlainValues(statement, rows)) {
        return new RowStep(
            place,
            statement,
            Optional.empty(),
            Optional.of(rows),
            target,
            Set.of(),
            Map.of(),
            fires);
      }
      Set<TrackedTable> reads = reads(statement);
      target.ifPresent(reads::remove);
      return new RowStep(
          place,
          statement,
          Optional.empty(),
          Optional.of(rows),
          target,
          reads,
          columns(target, reads),
          fires);
    }

    private TableTriggers triggers() {
      if (triggers.isEmpty()) {
        triggers = Optional.of(new TableTriggers(scratch));
      }
      return triggers.get();
    }

    /** A dump has very many of these; SQLite has nothing to say of them. */
    private static boolean isPlainValues(BoundStatement statement, RowStatement rows) {
      return rows.inserts()
          && rows.source() != RowStatement.Source.QUERY
          && !SqlNames.fold(statement.sql()).contains("select");
    }

    private RowStep schema(int place, BoundStatement statement, Optional<DdlStatement> ddl) {
      Optional<String> temporary = DdlParser.temporaryTable(statement.sql());
      boolean makesTable = temporary.isPresent() || ddl.filter(Walker::makesTable).isPresent();
      Optional<TrackedTable> before = makesTable ? Optional.empty() : ddl.flatMap(this::table);
      Set<TrackedTable> reads = makesTable ? readsOfQuery(statement) : readsOfView(ddl);
      Map<TrackedTable, List<TableColumn>> columns = columns(before, reads);
      boolean ran = tried(scratch, statement);
      uses = Optional.empty();
      triggers = Optional.empty();
      Optional<TrackedTable> target = before;
      if (ran && makesTable) {
        String name = temporary.orElseGet(() -> ddl.orElseThrow().object());
        target = Optional.of(tables.made(name, temporary.isPresent(), place));
        columns.putAll(columns(target, Set.of()));
      } else if (ran) {
        target = before.isPresent() ? before : ddl.flatMap(this::table);
        columns.putAll(before.isPresent() ? Map.of() : columns(target, Set.of()));
        reads.addAll(readsOfView(ddl));
        before.ifPresent(table -> changed(table, ddl.orElseThrow(), place));
      }
      return new RowStep(
          place, statement, ddl, Optional.empty(), target, reads, columns, List.of());
    }

    private static boolean makesTable(DdlStatement ddl) {
      return ddl instanceof Create(Thing thing, _)
          && (thing == Thing.TABLE || thing == Thing.VIRTUAL_TABLE);
    }

    private void changed(TrackedTable table, DdlStatement ddl, int place) {
      switch (ddl) {
        case Drop(Thing thing, _) when thing == Thing.TABLE -> tables.dropped(table, place);
        case RenameTable(_, String to) -> tables.renamed(table, place, to);
        default -> {}
      }
    }

    /** The table that a statement is about; of an index or trigger the one that it belongs to. */
    private Optional<TrackedTable> table(DdlStatement ddl) {
      return switch (ddl) {
        case Create(Thing thing, String name) -> owner(thing, name);
        case Drop(Thing thing, String name) -> owner(thing, name);
        case DdlStatement.AddColumn _,
            DdlStatement.DropColumn _,
            DdlStatement.RenameColumn _,
            DdlStatement.RenameTable _,
            DdlStatement.AlterTable _ ->
            tables.find(ddl.object());
      };
    }

    private Optional<TrackedTable> owner(Thing thing, String name) {
      return switch (thing) {
        case TABLE, VIRTUAL_TABLE -> tables.find(name);
        case INDEX, TRIGGER -> tables.find(scratch.queryText(INDEXED, text(name)));
        case VIEW -> Optional.empty();
      };
    }

    private static Value text(String name) {
      return Value.of(name);
    }

    /** CREATE TABLE … AS SELECT reads; one with columns does not. */
    private Set<TrackedTable> readsOfQuery(BoundStatement statement) {
      return SqlNames.fold(statement.sql()).contains("select")
          ? reads(statement)
          : new LinkedHashSet<>();
    }

    private Set<TrackedTable> readsOfView(Optional<DdlStatement> ddl) {
      boolean view =
          ddl.filter(
                  statement ->
                      statement instanceof Create(Thing made, _) && made == Thing.VIEW
                          || statement instanceof Drop(Thing gone, _) && gone == Thing.VIEW)
              .isPresent();
      String name = ddl.map(DdlStatement::object).orElse("").replace("\"", "\"\"");
      return view
          ? reads(new BoundStatement("SELECT 1 FROM \"" + name + '"'))
          : new LinkedHashSet<>();
    }

    private Set<TrackedTable> reads(BoundStatement statement) {
      if (uses.isEmpty()) {
        uses = Optional.of(new TableUses(scratch));
      }
      Set<TrackedTable> reads = new LinkedHashSet<>();
      try {
        uses.get().of(statement).forEach(use -> tables.find(use).ifPresent(reads::add));
      } catch (EngineException e) {
        if (e.code() != ErrorCode.BAD_REQUEST) {
          throw e;
        }
      }
      return reads;
    }

    private Map<TrackedTable, List<TableColumn>> columns(
        Optional<TrackedTable> target, Set<TrackedTable> reads) {
      Map<TrackedTable, List<TableColumn>> columns = new HashMap<>();
      target.ifPresent(table -> columns.put(table, TableColumn.of(scratch, table)));
      reads.forEach(table -> columns.put(table, TableColumn.of(scratch, table)));
      return columns;
    }
  }
}
