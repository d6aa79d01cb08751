package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryKindTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "  -- note\n/* more */ ; select * from t",
        "values (1)",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "EXPLAIN DELETE FROM t",
        "PRAGMA table_info(t)",
        "/* unended",
        ""
      })
  void readingTextsAreNotAskedAbout(String sql) {
    assertThat(QueryKind.mayWrite(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET a = 1",
        "-- SELECT\ndelete from t",
        ";;insert into t values (1)",
        "WITH x AS (SELECT 1) DELETE FROM t",
        "CREATE TABLE t (a)"
      })
  void textsThatMayWriteAreAskedAbout(String sql) {
    assertThat(QueryKind.mayWrite(sql)).isTrue();
  }
}
