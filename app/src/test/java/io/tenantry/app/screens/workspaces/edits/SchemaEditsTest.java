package io.tenantry.app.screens.workspaces.edits;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.contract.workspaces.WorkspaceSchema.Index;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaEditsTest {
  private static final Key USERS = Key.of("users");
  private static final Key ORDERS = Key.of("orders");
  private SchemaEdits edits = SchemaEdits.of(schema());

  @Test
  void aRenameStaysARename() {
    accept(edits.changeColumn(USERS, Key.of("name"), spec(USERS, "name").named("full_name")));
    assertThat(sql()).containsExactly("ALTER TABLE users RENAME COLUMN name TO full_name;");
    assertThat(column(USERS, "full_name").fate()).isEqualTo(Fate.RENAMED);
  }

  @Test
  void renamingBackTakesTheEditAway() {
    accept(edits.renameTable(USERS, "people"));
    accept(edits.renameTable(USERS, "users"));
    assertThat(edits.isEmpty()).isTrue();
  }

  @Test
  void columnsOfARenamedTableAreReachedByItsNewName() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "text")));
    accept(edits.renameTable(USERS, "people"));
    assertThat(sql())
        .containsExactly(
            "ALTER TABLE users RENAME TO people;", "ALTER TABLE people ADD COLUMN phone TEXT;");
  }

  @Test
  void namesThatAreSwappedTakeADetour() {
    accept(edits.changeColumn(USERS, Key.of("name"), spec(USERS, "name").named("tmp")));
    accept(edits.changeColumn(USERS, Key.of("email"), spec(USERS, "email").named("name")));
    accept(edits.changeColumn(USERS, Key.of("name"), spec(USERS, "tmp").named("email")));
    assertThat(sql())
        .containsExactly(
            "ALTER TABLE users RENAME COLUMN email TO email_old;",
            "ALTER TABLE users RENAME COLUMN name TO email;",
            "ALTER TABLE users RENAME COLUMN email_old TO name;");
  }

  @Test
  void aNameThatIsFreedByADropCanBeTakenAtOnce() {
    accept(edits.dropTable(ORDERS));
    accept(edits.renameTable(USERS, "orders"));
    assertThat(sql()).containsExactly("DROP TABLE orders;", "ALTER TABLE users RENAME TO orders;");
  }

  @Test
  void tablesThatReferGoBeforeThoseTheyReferTo() {
    accept(edits.dropTable(USERS));
    accept(edits.dropTable(ORDERS));
    assertThat(sql()).containsExactly("DROP TABLE orders;", "DROP TABLE users;");
    assertThat(edits.warning(edits.edits().getFirst())).contains("Its rows are lost.");
  }

  @Test
  void droppingATableThatOthersReferToSaysWhich() {
    accept(edits.dropTable(USERS));
    assertThat(edits.warning(edits.edits().getFirst()).orElse("")).contains("orders");
    assertThat(SchemaEdits.isDestructive(edits.edits().getFirst())).isTrue();
  }

  @Test
  void aNewTableIsOneStatementHoweverOftenItIsChanged() {
    accept(edits.addTable("order items"));
    Key table = edits.tables().getLast().key();
    accept(
        edits.addColumn(
            table, ColumnSpec.of("order_id", "INTEGER").nullable(false).referring("orders(id)")));
    accept(edits.addColumn(table, ColumnSpec.of("select", "text").defaulting("'it''s'")));
    Key last = edits.find(table).orElseThrow().columns().getLast().key();
    accept(edits.changeColumn(table, last, ColumnSpec.of("group", "text").unique(true)));
    accept(edits.renameTable(table, "order_items"));
    assertThat(sql())
        .containsExactly(
            """
            CREATE TABLE order_items (
              id INTEGER PRIMARY KEY,
              order_id INTEGER NOT NULL REFERENCES orders (id),
              "group" TEXT UNIQUE
            );\
            """);
  }

  @Test
  void aKeyOverSeveralColumnsIsAConstraintOfTheTable() {
    accept(edits.addTable("links"));
    Key table = edits.tables().getLast().key();
    accept(edits.addColumn(table, ColumnSpec.of("tag", "TEXT").nullable(false).keyed(true)));
    assertThat(sql().getFirst()).contains("  id INTEGER,").contains("  PRIMARY KEY (id, tag)");
  }

  @Test
  void droppingAColumnDropsItsIndexesFirst() {
    accept(edits.dropColumn(USERS, Key.of("city")));
    assertThat(sql())
        .containsExactly("DROP INDEX users_city;", "ALTER TABLE users DROP COLUMN city;");
  }

  @Test
  void keepingTheIndexKeepsItsColumn() {
    accept(edits.dropColumn(USERS, Key.of("city")));
    edits = edits.without(new SchemaEdit.DropIndex(USERS, "users_city"));
    assertThat(edits.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"id,primary key", "email,UNIQUE"})
  void columnsThatSqliteCannotDropSayWhy(String column, String reason) {
    assertThat(reject(edits.dropColumn(USERS, Key.of(column)))).contains(reason);
    assertThat(reject(edits.dropColumn(ORDERS, Key.of("user_id")))).contains("foreign key");
  }

  @Test
  void anAddedColumnThatMustBeUniqueGetsAnIndex() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT").unique(true)));
    assertThat(sql())
        .containsExactly(
            "ALTER TABLE users ADD COLUMN phone TEXT;",
            "CREATE UNIQUE INDEX users_phone_unique ON users (phone);");
    Key phone = column(USERS, "phone").key();
    accept(edits.changeColumn(USERS, phone, spec(USERS, "phone").unique(false)));
    assertThat(sql()).containsExactly("ALTER TABLE users ADD COLUMN phone TEXT;");
  }

  @Test
  void takingTheUniqueIndexBackMakesTheColumnOrdinary() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT").unique(true)));
    edits = edits.without(edits.edits().getLast());
    assertThat(column(USERS, "phone").spec().unique()).isFalse();
  }

  @Test
  void anIndexGoesWithTheColumnItStandsOn() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT")));
    Key phone = column(USERS, "phone").key();
    accept(edits.addIndex(USERS, "by_phone", List.of(phone, Key.of("name")), false));
    assertThat(sql()).contains("CREATE INDEX by_phone ON users (phone, name);");
    accept(edits.dropColumn(USERS, phone));
    assertThat(edits.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "users", "ORDERS", "sqlite_x", "active", "users_city"})
  void namesOfTablesAreChecked(String name) {
    assertThat(reject(edits.addTable(name))).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.5", "'a b'", "NULL", "x'0a'", "TRUE"})
  void constantDefaultsCanBeAdded(String value) {
    accept(edits.addColumn(USERS, ColumnSpec.of("n", "").nullable(false).defaulting("0")));
    accept(edits.addColumn(ORDERS, ColumnSpec.of("n", "TEXT").defaulting(value)));
    assertThat(sql()).contains("ALTER TABLE orders ADD COLUMN n TEXT DEFAULT " + value + ";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CURRENT_TIMESTAMP|constant",
        "(1 + 1)|constant",
        "active|single quotes",
        "0); DROP TABLE users; --|single quotes",
        "(1)); DROP TABLE users; --(|single quotes",
      })
  void defaultsThatCannotBeAddedSayWhy(String value, String reason) {
    ColumnSpec spec = ColumnSpec.of("n", "TEXT").defaulting(value);
    assertThat(reject(edits.addColumn(USERS, spec))).contains(reason);
  }

  @Test
  void whatTenantsWithRowsCannotTakeIsRefused() {
    ColumnSpec column = ColumnSpec.of("n", "INTEGER");
    assertThat(reject(edits.addColumn(USERS, column.nullable(false)))).contains("default");
    assertThat(reject(edits.addColumn(USERS, column.keyed(true)))).contains("primary key");
    assertThat(reject(edits.addColumn(USERS, column.referring("nobody(id)")))).contains("nobody");
    assertThat(reject(edits.addColumn(USERS, column.typed("INT); DROP TABLE users"))))
        .contains("type");
  }

  @Test
  void aTableKeepsItsLastColumn() {
    accept(edits.addTable("one"));
    Key table = edits.tables().getLast().key();
    Key id = edits.find(table).orElseThrow().columns().getFirst().key();
    assertThat(reject(edits.dropColumn(table, id))).contains("at least one column");
  }

  @Test
  void editsMoveToANewerSchemaWhereTheyStillMakeSense() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT")));
    accept(edits.changeColumn(ORDERS, Key.of("total"), spec(ORDERS, "total").named("amount")));
    Table users = schema().tables().getFirst();
    SchemaEdits moved = edits.rebased(new WorkspaceSchema(List.of(users), List.of()));
    assertThat(moved.steps())
        .extracting(SchemaEdits.Step::sql)
        .containsExactly("ALTER TABLE users ADD COLUMN phone TEXT;");
    assertThat(moved.stranded())
        .extracting(Stranded::reason)
        .containsExactly("orders is not there any more.");
  }

  @Test
  void whatIsStrandedFitsAgainWhenItsGroundIsBack() {
    accept(edits.changeColumn(ORDERS, Key.of("total"), spec(ORDERS, "total").named("amount")));
    Table users = schema().tables().getFirst();
    SchemaEdits moved = edits.rebased(new WorkspaceSchema(List.of(users), List.of()));
    assertThat(moved.isEmpty()).isTrue();
    assertThat(moved.isNothing()).isFalse();
    assertThat(moved.rebased(schema()).steps()).hasSize(1);
  }

  @Test
  void anIndexIsStrandedWithTheColumnItNeeds() {
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT").unique(true)));
    WorkspaceSchema now =
        new WorkspaceSchema(
            List.of(
                table(
                    "users",
                    List.of(column("id", "INTEGER", 1, false), column("phone", "TEXT", 0, false)),
                    List.of(),
                    List.of())),
            List.of());
    SchemaEdits moved = edits.rebased(now);
    assertThat(moved.isEmpty()).isTrue();
    assertThat(moved.stranded()).hasSize(2);
  }

  @Test
  void aNameThatAStagedDropFreesIsNoConflict() {
    accept(edits.dropColumn(USERS, Key.of("name")));
    accept(edits.addColumn(USERS, ColumnSpec.of("name", "BLOB")));
    accept(edits.dropTable(ORDERS));
    accept(edits.addTable("orders"));
    SchemaEdits moved = edits.rebased(new WorkspaceSchema(schema().tables(), List.of(view())));
    assertThat(moved.stranded()).isEmpty();
    assertThat(moved.edits()).hasSize(4);
  }

  @Test
  void everyKindOfEditComesBackFromItsText() {
    accept(edits.addTable("notes"));
    Key notes = edits.tables().getLast().key();
    accept(edits.addColumn(notes, ColumnSpec.of("body", "TEXT").referring("users(id)")));
    accept(edits.renameTable(ORDERS, "purchases"));
    accept(edits.addColumn(USERS, ColumnSpec.of("phone", "TEXT").unique(true).defaulting("''")));
    accept(edits.changeColumn(USERS, Key.of("name"), spec(USERS, "name").named("full \"name\"")));
    accept(edits.dropColumn(USERS, Key.of("city")));
    accept(edits.addIndex(ORDERS, "by_user", List.of(Key.of("user_id")), false));
    SchemaEdits back = StagedJson.read(StagedJson.write(edits), schema()).orElseThrow();
    assertThat(back.edits()).isEqualTo(edits.edits());
    assertThat(back.steps()).isEqualTo(edits.steps());
    assertThat(back.addTable("more")).isInstanceOf(SchemaEdits.Outcome.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]x", "{\"edits\":[{\"do\":\"fly\",\"table\":\"users\"}]}"})
  void textsOfAnotherKindAreNoEdits(String text) {
    assertThat(StagedJson.read(text, schema())).isEmpty();
  }

  private void accept(SchemaEdits.Outcome outcome) {
    assertThat(outcome).isInstanceOf(SchemaEdits.Outcome.Accepted.class);
    edits = ((SchemaEdits.Outcome.Accepted) outcome).edits();
  }

  private static String reject(SchemaEdits.Outcome outcome) {
    assertThat(outcome).isInstanceOf(SchemaEdits.Outcome.Rejected.class);
    return ((SchemaEdits.Outcome.Rejected) outcome).reason();
  }

  private List<String> sql() {
    return edits.steps().stream().map(SchemaEdits.Step::sql).toList();
  }

  private ColumnSpec spec(Key table, String name) {
    return column(table, name).spec();
  }

  private DraftTable.Column column(Key table, String name) {
    return edits.find(table).orElseThrow().columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static WorkspaceSchema.View view() {
    return new WorkspaceSchema.View("everybody", List.of("id"), "CREATE VIEW …");
  }

  private static WorkspaceSchema schema() {
    Table users =
        table(
            "users",
            List.of(
                column("id", "INTEGER", 1, false),
                column("email", "TEXT", 0, true),
                column("name", "TEXT", 0, false),
                column("city", "TEXT", 0, false)),
            List.of(new Index("users_city", List.of("city"), false, "", "CREATE INDEX …")),
            List.of());
    Table orders =
        table(
            "orders",
            List.of(
                column("id", "INTEGER", 1, false),
                column("user_id", "INTEGER", 0, false),
                column("total", "INTEGER", 0, false)),
            List.of(),
            List.of(
                new ForeignKey(
                    List.of("user_id"), "users", List.of("id"), "CASCADE", "NO ACTION")));
    return new WorkspaceSchema(
        List.of(users, orders),
        List.of(new WorkspaceSchema.View("active", List.of("id"), "CREATE VIEW active …")));
  }

  private static Table table(
      String name, List<Column> columns, List<Index> indexes, List<ForeignKey> keys) {
    List<String> names = indexes.stream().map(Index::name).toList();
    return new Table(
        name, columns, names, "CREATE TABLE …", indexes, keys, List.of(), List.of(), false, false);
  }

  private static Column column(String name, String type, int key, boolean unique) {
    return new Column(name, type, true, "", key, unique, false);
  }
}
