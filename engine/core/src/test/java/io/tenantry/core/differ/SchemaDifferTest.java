package io.tenantry.core.differ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.sql.SqlStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaDifferTest {
  private final Sqlite sqlite = new Sqlite();
  private final SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE);
  private final SchemaDiffer differ = new SchemaDiffer(sqlite);

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  private void given(String script) {
    database.executeScript(script);
  }

  private SchemaPlan plan(String target, SchemaHints hints) {
    List<String> statements =
        StatementReader.split(target).stream().map(SqlStatement::text).toList();
    return differ.plan(SchemaSnapshot.read(database).statements(), statements, hints);
  }

  /** Plans, runs the plan on the rows there are, and checks where that leads. */
  private List<PlanStep> reach(String target, SchemaHints hints) {
    SchemaPlan plan = plan(target, hints);
    plan.run(database, () -> {}, () -> {});
    assertThat(SchemaSnapshot.read(database).fingerprint()).isEqualTo(plan.to());
    return plan.steps();
  }

  private List<PlanStep> reach(String target) {
    return reach(target, SchemaHints.none());
  }

  private List<List<?>> rows(String sql) {
    return List.copyOf(
        database.query(sql, row -> row.row().stream().map(Object::toString).toList()));
  }

  @Test
  void addsAColumnInPlaceAndBuildsAnIndex() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY); INSERT INTO users VALUES (1)");
    List<PlanStep> steps =
        reach(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, age INT NOT NULL DEFAULT 7);"
                + "CREATE UNIQUE INDEX users_age ON users (age)");
    assertThat(steps).extracting(PlanStep::kind).containsExactly("add_column", "create_index");
    assertThat(steps).extracting(PlanStep::effect).containsExactly(Effect.CHEAP, Effect.REWRITE);
    assertThat(steps.getLast().warning()).contains("fails where rows of users have equal values");
    assertThat(rows("SELECT * FROM users")).containsExactly(List.of("1", "7"));
  }

  @Test
  void saysWhatDroppedColumnsAndTablesLose() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY, age INT); CREATE TABLE log (line TEXT)");
    List<PlanStep> steps = reach("CREATE TABLE users (id INTEGER PRIMARY KEY)");
    assertThat(steps).extracting(PlanStep::effect).containsOnly(Effect.DESTRUCTIVE);
    assertThat(steps)
        .extracting(step -> step.loss().orElse(""))
        .containsExactly("drops table log with its rows", "drops column users.age with its values");
  }

  @Test
  void rebuildsATableWithItsIndexesTriggersAndViewsAndFillsWhatMayNotBeNull() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, age INT);
        CREATE INDEX users_name ON users (name) WHERE name IS NOT NULL;
        CREATE VIEW names AS SELECT name FROM users;
        CREATE TABLE log (line TEXT);
        CREATE TRIGGER logged AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.name); END;
        INSERT INTO users VALUES (3, NULL, 5), (9, 'Ada', 6);
        DELETE FROM users WHERE id = 9;
        """);
    List<PlanStep> steps =
        reach(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT,
              name TEXT NOT NULL DEFAULT 'none' CHECK (name <> ''), age INT);
            CREATE INDEX users_name ON users (name) WHERE name IS NOT NULL;
            CREATE VIEW names AS SELECT name FROM users;
            CREATE TABLE log (line TEXT);
            CREATE TRIGGER logged AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.name); END;
            """);
    PlanStep rebuild =
        steps.stream()
            .filter(step -> step.kind().equals("rebuild_table"))
            .findFirst()
            .orElseThrow();
    assertThat(rebuild.effect()).isEqualTo(Effect.DESTRUCTIVE);
    assertThat(rebuild.loss()).contains("fills empty values of users.name");
    assertThat(rebuild.foreignKeysOff()).isTrue();
    assertThat(rebuild.warning()).contains("fails where a row of users breaks a new constraint");
    database.execute("INSERT INTO users (name) VALUES ('new')");
    assertThat(rows("SELECT id, name FROM users"))
        .containsExactly(List.of("3", "none"), List.of("10", "new"));
    assertThat(rows("SELECT line FROM log"))
        .containsExactly(List.of("NULL"), List.of("Ada"), List.of("new"));
  }

  @Test
  void keepsRowsOfTablesThatReferToARebuiltOne() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, user INT REFERENCES users (id) ON DELETE CASCADE);
        INSERT INTO users VALUES (1, 'Ada'); INSERT INTO orders VALUES (5, 1);
        """);
    reach(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, user INT REFERENCES users (id) ON DELETE CASCADE);
        """);
    assertThat(rows("SELECT * FROM orders")).containsExactly(List.of("5", "1"));
    database.execute("PRAGMA foreign_keys=ON");
    database.execute("DELETE FROM users");
    assertThat(rows("SELECT * FROM orders")).isEmpty();
  }

  @Test
  void followsHintsAndRewritesWhatNamesTheOldOnes() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE orders (user INT REFERENCES users (id));
        CREATE VIEW names AS SELECT name FROM users;
        INSERT INTO users VALUES (1, 'Ada');
        """);
    List<PlanStep> steps =
        reach(
            """
            CREATE TABLE people (id INTEGER PRIMARY KEY, full_name TEXT);
            CREATE TABLE orders (user INT REFERENCES people (id));
            CREATE VIEW names AS SELECT full_name FROM people;
            """,
            new SchemaHints(Map.of("users", "people"), Map.of("users.name", "full_name")));
    assertThat(steps).extracting(PlanStep::kind).containsExactly("rename_table", "rename_column");
    assertThat(rows("SELECT * FROM people")).containsExactly(List.of("1", "Ada"));
  }

  @Test
  void withoutAHintSomethingNewIsEmpty() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    assertThat(plan("CREATE TABLE users (id INTEGER PRIMARY KEY, title TEXT)", SchemaHints.none()))
        .matches(SchemaPlan::isDestructive);
  }

  @Test
  void refusesHintsThatFitNeitherSchema() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    for (SchemaHints hints :
        List.of(
            new SchemaHints(Map.of("nobody", "users"), Map.of()),
            new SchemaHints(Map.of("users", "nobody"), Map.of()),
            new SchemaHints(Map.of(), Map.of("users.missing", "name")),
            new SchemaHints(Map.of(), Map.of("users.name", "missing")),
            new SchemaHints(Map.of(), Map.of("users", "name")))) {
      assertThatThrownBy(
              () -> plan("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)", hints))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
                assertThat(e.detail("field")).contains("hints");
              });
    }
  }

  @Test
  void changesTablesWhileViewsAndTriggersNameWhatIsMissing() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
        CREATE VIEW broken AS SELECT * FROM missing;
        CREATE TRIGGER lost AFTER INSERT ON users BEGIN DELETE FROM nowhere; END;
        """);
    reach(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE VIEW broken AS SELECT * FROM missing;
        CREATE TRIGGER lost AFTER INSERT ON users BEGIN DELETE FROM nowhere; END;
        """);
  }

  @Test
  void copiesTheTextOfAFullTextTableAndFillsAnIndexOverAnotherTable() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO users VALUES (4, 'Ada Lovelace');
        CREATE VIRTUAL TABLE docs USING fts5(title);
        INSERT INTO docs (rowid, title) VALUES (8, 'engines running');
        """);
    List<PlanStep> steps =
        reach(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
            CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize='porter');
            CREATE VIRTUAL TABLE found USING fts5(name, content='users', content_rowid='id');
            """);
    assertThat(steps).extracting(PlanStep::effect).containsOnly(Effect.REWRITE);
    assertThat(rows("SELECT rowid FROM docs WHERE docs MATCH 'engine run'"))
        .containsExactly(List.of("8"));
    assertThat(rows("SELECT rowid FROM found WHERE found MATCH 'lovelace'"))
        .containsExactly(List.of("4"));
  }

  @Test
  void warnsOfConversionsThatMayChangeValues() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY, code TEXT)");
    SchemaPlan plan =
        plan("CREATE TABLE users (id INTEGER PRIMARY KEY, code INTEGER)", SchemaHints.none());
    assertThat(plan.losses()).containsExactly("converts values of users.code from TEXT to INTEGER");
  }

  @Test
  void saysWhatRowsMayNotFit() {
    given(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, age INT); INSERT INTO users VALUES (1, NULL)");
    SchemaPlan plan =
        plan(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, age INT NOT NULL, name TEXT NOT NULL)",
            SchemaHints.none());
    assertThat(plan.steps().getFirst().warning())
        .contains(
            "fails where users.age is NULL; fails where users has rows: users.name has no default");
    assertThatThrownBy(() -> plan.run(database, () -> {}, () -> {}))
        .hasMessageContaining("NOT NULL constraint failed");
    assertThat(rows("SELECT * FROM users")).hasSize(1);
    assertThat(database.query("SELECT name FROM sqlite_schema", SqliteStatement::row)).hasSize(1);
  }

  @Test
  void refusesWhatWouldLeaveRowsThatReferToNothing() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY);
        CREATE TABLE orders (user INT REFERENCES users (id));
        INSERT INTO users VALUES (1); INSERT INTO orders VALUES (1);
        """);
    SchemaPlan plan =
        plan("CREATE TABLE orders (user INT REFERENCES users (id))", SchemaHints.none());
    assertThatThrownBy(() -> plan.run(database, () -> {}, () -> {}))
        .hasMessage("FOREIGN KEY constraint failed: orders refers to missing users");
    assertThat(rows("SELECT * FROM users")).hasSize(1);
  }

  @Test
  void saysWhichStatementCannotBeMade() {
    given("CREATE TABLE users (id INTEGER PRIMARY KEY)");
    assertThatThrownBy(() -> plan("CREATE VIRTUAL TABLE x USING imagined(a)", SchemaHints.none()))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(e.message())
                  .contains("no such module: imagined", "CREATE VIRTUAL TABLE x");
            });
  }

  @Test
  void namesThatChangePlacesTakeTheirValuesAlong() {
    given(
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY, x, y, z);
        CREATE TABLE b (id INTEGER PRIMARY KEY, w);
        CREATE TABLE c (a INT REFERENCES a (id), b INT REFERENCES b (id));
        CREATE INDEX a_x ON a (x);
        CREATE VIEW both AS SELECT a.x, b.w FROM a JOIN b USING (id);
        INSERT INTO a VALUES (1, 'x', 'y', 'z');
        INSERT INTO b VALUES (1, 'w');
        """);
    List<PlanStep> steps =
        reach(
            """
            CREATE TABLE b (id INTEGER PRIMARY KEY, y, z, x);
            CREATE TABLE a (id INTEGER PRIMARY KEY, w);
            CREATE TABLE c (a INT REFERENCES b (id), b INT REFERENCES a (id));
            CREATE INDEX a_x ON b (y);
            CREATE VIEW both AS SELECT b.y, a.w FROM b JOIN a USING (id);
            """,
            new SchemaHints(
                Map.of("a", "b", "b", "a"), Map.of("a.x", "y", "a.y", "z", "a.z", "x")));
    assertThat(steps).extracting(PlanStep::effect).containsOnly(Effect.CHEAP);
    assertThat(rows("SELECT x, y, z FROM b")).containsExactly(List.of("z", "x", "y"));
    assertThat(rows("SELECT w FROM a")).containsExactly(List.of("w"));
  }

  @Test
  void whatGoesGivesItsNameToWhatStays() {
    given(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, title TEXT UNIQUE, age INT);
        CREATE TABLE people (id INTEGER PRIMARY KEY);
        CREATE VIEW shown AS SELECT title FROM users;
        INSERT INTO users VALUES (1, 'Ada', 'Countess', 36);
        """);
    List<PlanStep> steps =
        reach(
            """
            CREATE TABLE people (id INTEGER PRIMARY KEY, title TEXT, age INT);
            CREATE VIEW shown AS SELECT title FROM people;
            """,
            new SchemaHints(Map.of("users", "people"), Map.of("users.name", "title")));
    assertThat(steps.stream().flatMap(step -> step.loss().stream()))
        .containsExactlyInAnyOrder(
            "drops table people with its rows", "drops column people.title with its values");
    assertThat(rows("SELECT * FROM people")).containsExactly(List.of("1", "Ada", "36"));
    assertThat(rows("SELECT * FROM shown")).containsExactly(List.of("Ada"));
  }

  @Test
  void columnsOfAFullTextTableKeepTheirText() {
    given(
        """
        CREATE VIRTUAL TABLE docs USING fts5(title, body);
        INSERT INTO docs (rowid, title, body) VALUES (8, 'engines', 'running');
        """);
    reach(
        "CREATE VIRTUAL TABLE docs USING fts5(body, heading)",
        new SchemaHints(Map.of(), Map.of("docs.title", "heading")));
    assertThat(rows("SELECT rowid, body, heading FROM docs WHERE docs MATCH 'heading:engines'"))
        .containsExactly(List.of("8", "running", "engines"));
  }

  @Test
  void namesThatDifferInOtherLettersThanAToZAreTwoNames() {
    given(
        """
        CREATE TABLE größe ("Ä" TEXT, "ä" INT);
        INSERT INTO größe VALUES ('value', 2);
        """);
    reach(
        "CREATE TABLE größe (new TEXT, \"ä\" INT)",
        new SchemaHints(Map.of(), Map.of("größe.Ä", "new")));
    assertThat(rows("SELECT new, \"ä\" FROM größe")).containsExactly(List.of("value", "2"));
    assertThatThrownBy(
            () ->
                plan(
                    "CREATE TABLE größe (new TEXT)",
                    new SchemaHints(Map.of(), Map.of("größe.new", "x", "größe.ä", "X"))))
        .hasMessageContaining("Two hints rename something to");
  }
}
