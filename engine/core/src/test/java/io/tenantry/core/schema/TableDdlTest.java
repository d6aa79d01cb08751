package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableDdlTest {
  private static final ColumnDefinition ID = key("id", "INTEGER");

  @Test
  void writesTablesAndTheirIndexesInOrder() {
    TableDefinition users =
        new TableDefinition(
            "users",
            List.of(ID, unique("email", "VARCHAR(255)"), withDefault("status", "TEXT", "active")),
            List.of(new IndexDefinition("users_status", List.of("status", "id"), false)));
    TableDefinition orders =
        new TableDefinition(
            "order",
            List.of(key("user_id", "INT"), key("line", "INT"), references("who", "users(id)")),
            List.of(new IndexDefinition("one", List.of("who"), true)));

    assertThat(TableDdl.statements(List.of(users, orders), List.of()))
        .containsExactly(
            """
            CREATE TABLE users (
              id INTEGER PRIMARY KEY,
              email VARCHAR(255) NOT NULL UNIQUE,
              status TEXT DEFAULT 'active'
            )\
            """,
            "CREATE INDEX users_status ON users (status, id)",
            """
            CREATE TABLE "order" (
              user_id INT NOT NULL,
              line INT NOT NULL,
              who INTEGER REFERENCES users (id),
              PRIMARY KEY (user_id, line)
            )\
            """,
            "CREATE UNIQUE INDEX one ON \"order\" (who)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0                    | 0
          -1.5                 | -1.5
          'it''s'              | 'it''s'
          it's                 | 'it''s'
          current_timestamp    | current_timestamp
          (datetime('now'))    | (datetime('now'))
          0, x TEXT            | '0, x TEXT'
          1) DROP TABLE t      | '1) DROP TABLE t'
          0 -- rest            | 0
          (1 /* ) */ + 2)      | ( 1 + 2 )
          (1); DROP TABLE t    | '(1); DROP TABLE t'
          """)
  void defaultsAreLiteralsWhateverTheySay(String value, String written) {
    TableDefinition table =
        new TableDefinition("t", List.of(withDefault("a", "TEXT", value)), List.of());
    assertThat(TableDdl.statements(List.of(table), List.of()))
        .containsExactly("CREATE TABLE t (\n  a TEXT DEFAULT " + written + "\n)");
  }

  @Test
  void aSerialIsTheRowNumberOfSqlite() {
    TableDefinition table = new TableDefinition("t", List.of(key("id", "SERIAL")), List.of());
    assertThat(TableDdl.statements(List.of(table), List.of()))
        .containsExactly("CREATE TABLE t (\n  id INTEGER PRIMARY KEY\n)");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(table(" ", ID), "Table 1 needs a name"),
        Arguments.of(table("sqlite_x", ID), "Table 1 has the reserved name 'sqlite_x'"),
        Arguments.of(table("t"), "Table 't' needs at least one column"),
        Arguments.of(table("t", ID, key("ID", "INT")), "Table 't' has two columns named 'ID'"),
        Arguments.of(table("t", key("", "INT")), "Table 't', column 1 needs a name"),
        Arguments.of(table("t", key("a", "")), "Table 't', column 'a' needs a type"),
        Arguments.of(
            table("t", key("a", "INT PRIMARY KEY")),
            "Table 't', column 'a' has the invalid type 'INT PRIMARY KEY'"),
        Arguments.of(
            table("t", key("a", "INT); DROP TABLE x")),
            "Table 't', column 'a' has the invalid type 'INT); DROP TABLE x'"),
        Arguments.of(
            table("t", references("a", "users")),
            "Table 't', column 'a' has the invalid reference 'users': write table(column)"),
        Arguments.of(
            table("t", references("a", "users(id)")),
            "Table 't', column 'a' references the unknown table 'users'"),
        Arguments.of(
            new TableDefinition(
                "t", List.of(ID), List.of(new IndexDefinition("i", List.of("b"), false))),
            "Table 't', index 'i' names the unknown column 'b'"),
        Arguments.of(
            new TableDefinition(
                "t", List.of(ID), List.of(new IndexDefinition("i", List.of(), false))),
            "Table 't', index 'i' needs at least one column"),
        Arguments.of(
            new TableDefinition(
                "t", List.of(ID), List.of(new IndexDefinition("T", List.of("id"), false))),
            "Table 't', index 'T' is defined twice"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithTableAndColumn(TableDefinition table, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> TableDdl.statements(List.of(table), List.of("other")))
        .withMessageStartingWith(message)
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST))
        .satisfies(error -> assertThat(error.detail("field")).contains("tables"));
  }

  @Test
  void noTableAtAllIsAMistake() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> TableDdl.statements(List.of(), List.of()))
        .withMessage("tables must name at least one table");
  }

  @Test
  void tablesThatExistMayBeReferenced() {
    assertThat(
            TableDdl.statements(
                List.of(table("t", references("a", "Users(id)"))), List.of("users")))
        .containsExactly("CREATE TABLE t (\n  a INTEGER REFERENCES Users (id)\n)");
  }

  private static TableDefinition table(String name, ColumnDefinition... columns) {
    return new TableDefinition(name, List.of(columns), List.of());
  }

  private static ColumnDefinition key(String name, String type) {
    return new ColumnDefinition(name, type, true, Optional.empty(), true, false, Optional.empty());
  }

  private static ColumnDefinition withDefault(String name, String type, String value) {
    return new ColumnDefinition(
        name, type, true, Optional.of(value), false, false, Optional.empty());
  }

  private static ColumnDefinition unique(String name, String type) {
    return new ColumnDefinition(name, type, false, Optional.empty(), false, true, Optional.empty());
  }

  private static ColumnDefinition references(String name, String target) {
    return new ColumnDefinition(
        name, "INTEGER", true, Optional.empty(), false, false, Optional.of(target));
  }
}
