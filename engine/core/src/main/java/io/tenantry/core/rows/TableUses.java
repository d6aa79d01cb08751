package io.tenantry.core.rows;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables a statement opens, as SQLite compiles it: views, common table expressions and
 * subqueries are seen through, whatever the text looks like. What triggers do is left out. One
 * thread.
 */
final class TableUses {
  private static final String ROOTS =
      """
      SELECT rootpage, tbl_name, 0 FROM sqlite_schema WHERE rootpage > 0
      UNION ALL
      SELECT rootpage, tbl_name, 1 FROM sqlite_temp_schema WHERE rootpage > 0
      """;
  private static final String VIRTUAL =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'";
  private static final Set<String> OPENS = Set.of("OpenRead", "OpenWrite", "ReopenIdx");

  private final SqliteDatabase database;
  private final Map<Place, Use> roots = new HashMap<>();
  private final Map<String, Use> modules = new HashMap<>();

  /**
   * A table that a statement opens.
   *
   * @param temporary whether it is one of the connection
   */
  record Use(String table, boolean temporary) {}

  private record Place(long page, long schema) {}

  /**
   * An instruction.
   *
   * @param inRegister whether the page is that of a table just being made, and not in the place
   */
  private record Opcode(long address, String name, Place place, String object, boolean inRegister) {
    private static final long PAGE_IN_REGISTER = 0x10;

    static Opcode of(SqliteStatement row) {
      return new Opcode(
          number(row.value(0)),
          Cells.text(row, 1),
          new Place(number(row.value(3)), number(row.value(4))),
          Cells.text(row, 5),
          (number(row.value(6)) & PAGE_IN_REGISTER) != 0);
    }

    /** Its last instruction goes from what prepares a program, to which the first went, back. */
    boolean ends(Opcode first) {
      return name.equals("Goto") && place.page() == 1 && address >= first.place().page();
    }

    private static long number(Value value) {
      return value instanceof Value.Integer(long number) ? number : 0;
    }
  }

  /**
   * Reads the tables of a database as they are now. SQLite lists what was prepared before the last
   * change of the schema as it was then, with tables that are freed by now: nothing of it is kept.
   */
  TableUses(SqliteDatabase database) {
    this.database = database;
    database.forgetStatements();
    database
        .query(
            ROOTS,
            row ->
                Map.entry(
                    new Place(Cells.number(row, 0), Cells.number(row, 2)),
                    new Use(Cells.text(row, 1), Cells.flag(row, 2))))
        .forEach(root -> roots.put(root.getKey(), root.getValue()));
  }

  /**
   * Returns the tables that a statement opens.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST when SQLite cannot compile it
   */
  Set<Use> of(BoundStatement statement) {
    Set<Use> uses = new LinkedHashSet<>();
    for (Opcode opcode : explain(statement)) {
      if (OPENS.contains(opcode.name())
          && !opcode.inRegister()
          && roots.containsKey(opcode.place())) {
        uses.add(roots.get(opcode.place()));
      } else if (opcode.name().equals("VOpen") && virtual().containsKey(opcode.object())) {
        uses.add(virtual().get(opcode.object()));
      }
    }
    return uses;
  }

  /**
   * Lists the program of a statement, without those of triggers that follow it: SQLite shows the
   * first instruction of such a one with whatever lay in its memory, which ended the process.
   */
  private List<Opcode> explain(BoundStatement statement) {
    List<Opcode> program = new ArrayList<>();
    try (SqliteStatement rows = database.prepare("EXPLAIN " + statement.sql())) {
      rows.bind(statement.parameters());
      while ((program.isEmpty() || !program.getLast().ends(program.getFirst())) && rows.step()) {
        program.add(Opcode.of(rows));
      }
    }
    return program;
  }

  /** The program names a virtual table only by its address in memory. */
  private Map<String, Use> virtual() {
    if (modules.isEmpty()) {
      for (String table : database.query(VIRTUAL, row -> Cells.text(row, 0))) {
        String quoted = '"' + table.replace("\"", "\"\"") + '"';
        explain(new BoundStatement("SELECT 1 FROM main." + quoted)).stream()
            .filter(opcode -> opcode.name().equals("VOpen"))
            .forEach(opcode -> modules.put(opcode.object(), new Use(table, false)));
      }
    }
    return modules;
  }
}
