package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.sql.RowStatement.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowStatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          INSERT INTO t VALUES (1)|INSERT|t|VALUES|[]
          insert or ignore into main."a b" (x, "y z") select 1, 2|INSERT|a b|QUERY|[x, y z]
          INSERT INTO t AS u DEFAULT VALUES|INSERT|t|DEFAULTS|[]
          REPLACE INTO [t] (a) WITH c AS (SELECT 1) SELECT * FROM c|REPLACE|t|QUERY|[a]
          WITH c AS (SELECT 1) INSERT INTO t SELECT * FROM c|INSERT|t|QUERY|[]
          UPDATE t SET a = (SELECT max(b, c) FROM u), (d, e) = (1, 2) WHERE f = 3|UPDATE|t|NONE|[a, d, e]
          UPDATE OR REPLACE t SET `a` = 1, b = 2|UPDATE|t|NONE|[a, b]
          DELETE FROM t WHERE a = 1|DELETE|t|NONE|[]
          """)
  void saysWhatItWritesWhereAndFromWhat(
      String sql, String verb, String table, Source source, String columns) {
    RowStatement read = RowStatement.parse(sql).orElseThrow();
    assertThat(read.verb()).isEqualTo(verb);
    assertThat(read.table()).isEqualTo(table);
    assertThat(read.source()).isEqualTo(source);
    assertThat(read.columns()).hasToString(columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "CREATE TABLE t (a)", "EXPLAIN SELECT 1", "INSERT INTO", ""})
  void whatChangesNoRowsIsNone(String sql) {
    assertThat(RowStatement.parse(sql)).isEmpty();
  }

  @Test
  void anInsertThatNamesItsTableAsColumnIsACommand() {
    assertThat(RowStatement.parse("INSERT INTO f (F) VALUES ('rebuild')").orElseThrow().isCommand())
        .isTrue();
    assertThat(RowStatement.parse("INSERT INTO f (g) VALUES ('x')").orElseThrow().isCommand())
        .isFalse();
  }

  @Test
  void onlyAnInsertThatResolvesConflictsMayLeaveRowsOut() {
    assertThat(RowStatement.parse("INSERT INTO t SELECT * FROM u").orElseThrow().mayLeaveOut())
        .isFalse();
    assertThat(
            RowStatement.parse("INSERT INTO t SELECT * FROM u WHERE 1 ON CONFLICT DO NOTHING")
                .orElseThrow()
                .mayLeaveOut())
        .isTrue();
  }

  @Test
  void theConditionOfAPlainStatementIsItsText() {
    assertThat(RowStatement.parse("DELETE FROM t WHERE a = 'x' RETURNING a").orElseThrow())
        .extracting(statement -> statement.condition().orElse(""))
        .isEqualTo("a = 'x'");
    assertThat(RowStatement.parse("UPDATE t SET a = 1").orElseThrow().condition()).contains("1");
    assertThat(RowStatement.parse("UPDATE t SET a = 1 FROM u WHERE 1").orElseThrow().condition())
        .isEmpty();
  }
}
