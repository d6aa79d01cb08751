package io.tenantry.core.rows;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.rows.TrackedTable.Nature;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a database while statements run, by their names of the moment. One thread. */
final class TrackedTables {
  private static final String ALL =
      """
      SELECT s.name, s.sql
      FROM pragma_table_list l
      JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'
      WHERE l.schema = 'main' AND l.type IN ('table', 'virtual')
        AND lower(substr(l.name, 1, 7)) <> 'sqlite_'
      ORDER BY s.rowid
      """;
  private static final String ONE =
      """
      SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE
      UNION ALL
      SELECT sql FROM sqlite_temp_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE
      """;
  private static final Set<String> TEXT_SEARCH = Set.of("FTS3", "FTS4", "FTS5");

  private final SqliteDatabase database;
  private final Map<String, TrackedTable> main = new HashMap<>();
  private final Map<String, TrackedTable> temporary = new HashMap<>();
  private final List<TrackedTable> all = new ArrayList<>();

  TrackedTables(SqliteDatabase database) {
    this.database = database;
    database
        .query(ALL, row -> Map.entry(Cells.text(row, 0), Cells.text(row, 1)))
        .forEach(row -> add(row.getKey(), false, TrackedTable.START, nature(row.getValue())));
  }

  /** Returns every table there was, in the order in which they came. */
  List<TrackedTable> all() {
    return List.copyOf(all);
  }

  /** Finds a table by its name of the moment; one of the connection hides one of the database. */
  Optional<TrackedTable> find(String name) {
    String key = SqlNames.fold(name);
    return Optional.ofNullable(temporary.getOrDefault(key, main.get(key)));
  }

  Optional<TrackedTable> find(TableUses.Use use) {
    String key = SqlNames.fold(use.table());
    return Optional.ofNullable((use.temporary() ? temporary : main).get(key));
  }

  /** Notes a table that the statement at a place has made; the database has it already. */
  TrackedTable made(String name, boolean isTemporary, int step) {
    String sql = database.queryText(ONE, Value.of(name));
    return add(name, isTemporary, step, nature(sql));
  }

  private TrackedTable add(String name, boolean isTemporary, int step, Nature nature) {
    TrackedTable table = new TrackedTable(name, isTemporary, step, nature);
    (isTemporary ? temporary : main).put(SqlNames.fold(name), table);
    all.add(table);
    return table;
  }

  void dropped(TrackedTable table, int step) {
    map(table).remove(SqlNames.fold(table.name()));
    table.drop(step);
  }

  void renamed(TrackedTable table, int step, String name) {
    map(table).remove(SqlNames.fold(table.name()));
    table.rename(step, name);
    map(table).put(SqlNames.fold(name), table);
  }

  private Map<String, TrackedTable> map(TrackedTable table) {
    return table.isTemporary() ? temporary : main;
  }

  private static Nature nature(String sql) {
    List<Token> tokens = Token.meaningful(sql);
    boolean virtual = Tokens.isWord(tokens, 1, "VIRTUAL");
    boolean counts = !virtual && tokens.stream().anyMatch(token -> token.isWord("AUTOINCREMENT"));
    return new Nature(virtual, virtual ? indexOf(tokens) : Optional.empty(), counts);
  }

  private static Optional<String> indexOf(List<Token> tokens) {
    for (int i = 2; i + 2 < tokens.size(); i++) {
      boolean content = tokens.get(i).isWord("CONTENT") && tokens.get(i + 1).text().equals("=");
      if (content && Tokens.isName(tokens.get(i + 2))) {
        String name = tokens.get(i + 2).name();
        boolean search = tokens.stream().anyMatch(token -> TEXT_SEARCH.contains(token.upper()));
        return Optional.of(name).filter(_ -> search && !name.isEmpty());
      }
    }
    return Optional.empty();
  }
}
