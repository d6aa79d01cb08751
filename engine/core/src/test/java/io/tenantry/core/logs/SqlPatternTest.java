package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1 | SELECT ?",
        "select  a ,b from t where x='it''s' and y = 0x1F; | SELECT a, b FROM t WHERE x = ? AND y ="
            + " ?",
        "SELECT * FROM t WHERE a IN (1,2,3) | SELECT * FROM t WHERE a IN (?)",
        "SELECT * FROM t WHERE a IN (:a, @b, $c, ?4) | SELECT * FROM t WHERE a IN (?)",
        "INSERT INTO t(a,b) VALUES(1,x'00'),(2,NULL),(-3,'z') | INSERT INTO t(a, b) VALUES (?), (?,"
            + " NULL), (?)",
        "INSERT INTO t VALUES (1,2),(3,4),(5,6) | INSERT INTO t VALUES (?)",
        "SELECT a-1, -1, (-2), b - -3 FROM t | SELECT a - ?, (?), b - ? FROM t",
        "SELECT /* why */ count(*) -- how | SELECT count(*)",
        "UPDATE \"my table\" SET a=a+1.5e3 WHERE t.id=7 | UPDATE \"my table\" SET a = a + ? WHERE"
            + " t.id = ?",
        "SELECT 'never closed | SELECT ?",
        "SELECT a FROM t LIMIT 10 OFFSET 20 | SELECT a FROM t LIMIT ? OFFSET ?",
      })
  void valuesGoAndTheRestStays(String sql, String pattern) {
    assertThat(SqlPattern.of(sql)).isEqualTo(pattern);
  }
}
