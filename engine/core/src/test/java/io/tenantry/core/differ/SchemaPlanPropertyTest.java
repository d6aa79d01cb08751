package io.tenantry.core.differ;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.core.differ.RandomSchema.Column;
import io.tenantry.core.differ.RandomSchema.Table;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans between hundreds of random pairs of schemas, run on databases with rows. */
class SchemaPlanPropertyTest {
  private static final int PAIRS = 250;
  private static final int ROWS = 5;
  private static final Map<String, String> VALUES =
      Map.of(
          "age", "%d",
          "name", "'n%d'",
          "weight", "%d.5",
          "select", "'S%d'",
          "data", "x'0%d'",
          "Score", "3%d",
          "parent", "%d");

  private final Sqlite sqlite = new Sqlite();
  private final SchemaDiffer differ = new SchemaDiffer(sqlite);
  private final Map<String, Integer> kinds = new TreeMap<>();

  @AfterEach
  void close() {
    sqlite.close();
  }

  @Test
  void plansReachTheTargetKeepTheRowsAndLeaveNothingToDo() {
    for (int seed = 1; seed <= PAIRS; seed++) {
      Random random = new Random(seed);
      RandomSchema from = RandomSchema.first(random);
      RandomSchema to = RandomSchema.after(random, from);
      check(seed, from, to);
    }
    assertThat(kinds.keySet())
        .as("what the pairs exercised")
        .contains(
            "add_column",
            "drop_column",
            "create_table",
            "drop_table",
            "rebuild_table",
            "rebuild_virtual_table",
            "create_index",
            "drop_index",
            "create_view",
            "drop_view",
            "create_trigger",
            "drop_trigger");
  }

  private void check(int seed, RandomSchema from, RandomSchema to) {
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE);
        SqliteDatabase target = sqlite.openInMemory(Profile.ENGINE)) {
      fill(database, from);
      to.statements().forEach(target::execute);
      SchemaSnapshot before = SchemaSnapshot.read(database);
      SchemaSnapshot wanted = SchemaSnapshot.read(target);
      SchemaPlan plan = differ.plan(before, wanted, SchemaHints.none());
      Map<String, List<List<?>>> rows = rows(database, from, to);
      plan.steps().forEach(step -> kinds.merge(step.kind(), 1, Integer::sum));
      plan.run(database, () -> {}, () -> {});
      SchemaSnapshot after = SchemaSnapshot.read(database);
      String shown = "seed " + seed + ": " + String.join(";\n", plan.statements());
      assertThat(after.fingerprint()).as(shown).isEqualTo(wanted.fingerprint());
      assertThat(rows(database, from, to)).as(shown).isEqualTo(rows);
      assertThat(database.queryText("PRAGMA integrity_check")).as(shown).isEqualTo("ok");
      assertThat(differ.plan(after, wanted, SchemaHints.none()).steps()).as(shown).isEmpty();
    }
  }

  private static void fill(SqliteDatabase database, RandomSchema schema) {
    database.execute("PRAGMA foreign_keys=OFF");
    List<String> statements = new ArrayList<>(schema.statements());
    statements.removeIf(sql -> sql.startsWith("CREATE TRIGGER"));
    statements.forEach(database::execute);
    for (Table table : schema.tables().values()) {
      for (int row = 1; row <= ROWS; row++) {
        insert(database, table, row);
      }
      database.execute("DELETE FROM " + RandomSchema.quoted(table.name()) + " WHERE id = " + ROWS);
    }
    if (schema.hasDocs()) {
      database.execute("INSERT INTO docs (rowid, title, body) VALUES (7, 'seven', 'seventh text')");
    }
    schema.statements().stream()
        .filter(sql -> sql.startsWith("CREATE TRIGGER"))
        .forEach(database::execute);
    database.execute("PRAGMA foreign_keys=ON");
  }

  private static void insert(SqliteDatabase database, Table table, int row) {
    List<Column> columns = table.columns().stream().filter(column -> !column.generated()).toList();
    String names =
        Stream.concat(Stream.of("id"), columns.stream().map(c -> RandomSchema.quoted(c.name())))
            .collect(Collectors.joining(", "));
    String values =
        Stream.concat(
                Stream.of(Integer.toString(row)),
                columns.stream().map(c -> VALUES.getOrDefault(c.name(), "").formatted(row)))
            .collect(Collectors.joining(", "));
    database.execute(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(RandomSchema.quoted(table.name()), names, values));
  }

  /** Reads what a plan must not touch: what both schemas hold as the same type. */
  private static Map<String, List<List<?>>> rows(
      SqliteDatabase database, RandomSchema from, RandomSchema to) {
    Map<String, List<List<?>>> rows = new HashMap<>();
    for (Table table : from.tables().values()) {
      Table other = to.tables().get(table.name());
      if (other != null) {
        rows.put(table.name(), rows(database, table, other));
      }
    }
    if (from.hasDocs() && to.hasDocs()) {
      rows.put(
          "docs",
          List.copyOf(
              database.query(
                  "SELECT rowid, title, body FROM docs WHERE docs MATCH 'seven'",
                  SqliteStatement::row)));
    }
    return rows;
  }

  private static List<List<?>> rows(SqliteDatabase database, Table table, Table other) {
    String columns =
        table.columns().stream()
            .filter(c -> other.column(c.name()).filter(o -> same(c, o)).isPresent())
            .map(c -> ", quote(" + RandomSchema.quoted(c.name()) + ")")
            .collect(Collectors.joining());
    String rowid = table.hasRowid() && other.hasRowid() ? ", rowid" : "";
    return List.copyOf(
        database.query(
            "SELECT id%s%s FROM %s ORDER BY id"
                .formatted(columns, rowid, RandomSchema.quoted(table.name())),
            SqliteStatement::row));
  }

  private static boolean same(Column one, Column other) {
    return one.type().equals(other.type()) && !one.generated() && !other.generated();
  }
}
