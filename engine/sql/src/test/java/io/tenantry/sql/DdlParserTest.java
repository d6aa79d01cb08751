package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.AlterTable;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.DdlStatement.RenameTable;
import io.tenantry.sql.DdlStatement.Thing;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DdlParserTest {

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of("CREATE TABLE users (id)", new Create(Thing.TABLE, "users")),
        Arguments.of(
            "create table if not exists main.\"My \"\"T\"\"\" (a)",
            new Create(Thing.TABLE, "My \"T\"")),
        Arguments.of("/* x */ CREATE UNIQUE INDEX [i x] ON t (a)", new Create(Thing.INDEX, "i x")),
        Arguments.of("CREATE VIEW v AS SELECT 1", new Create(Thing.VIEW, "v")),
        Arguments.of(
            "CREATE TRIGGER IF NOT EXISTS g AFTER INSERT ON t BEGIN SELECT 1; END",
            new Create(Thing.TRIGGER, "g")),
        Arguments.of("CREATE VIRTUAL TABLE f USING fts5(a)", new Create(Thing.VIRTUAL_TABLE, "f")),
        Arguments.of("DROP TABLE IF EXISTS users", new Drop(Thing.TABLE, "users")),
        Arguments.of("DROP INDEX main.i", new Drop(Thing.INDEX, "i")),
        Arguments.of("ALTER TABLE users ADD COLUMN age INTEGER", new AddColumn("users", "age")),
        Arguments.of("ALTER TABLE users ADD age", new AddColumn("users", "age")),
        Arguments.of("ALTER TABLE users ADD column", new AddColumn("users", "column")),
        Arguments.of("ALTER TABLE users DROP COLUMN age", new DropColumn("users", "age")),
        Arguments.of("ALTER TABLE users DROP age", new DropColumn("users", "age")),
        Arguments.of("ALTER TABLE users RENAME TO people", new RenameTable("users", "people")),
        Arguments.of("ALTER TABLE users RENAME COLUMN a TO b", new RenameColumn("users", "a", "b")),
        Arguments.of("ALTER TABLE users RENAME a TO b", new RenameColumn("users", "a", "b")),
        Arguments.of("ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)", new AlterTable("users")),
        Arguments.of("ALTER TABLE users ALTER COLUMN a SET NOT NULL", new AlterTable("users")),
        Arguments.of("ALTER TABLE users DROP CONSTRAINT c", new AlterTable("users")));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void readsWhatAStatementDoes(String sql, DdlStatement expected) {
    assertThat(DdlParser.parse(sql)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "",
        "INSERT INTO t VALUES (1)",
        "CREATE TEMP TABLE t (a)",
        "DROP",
        "ALTER TABLE"
      })
  void otherStatementsAreNotDdl(String sql) {
    assertThat(DdlParser.parse(sql)).isEmpty();
  }
}
