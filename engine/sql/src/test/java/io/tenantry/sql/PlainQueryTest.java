package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.sql.PlainQuery.All;
import io.tenantry.sql.PlainQuery.Column;
import io.tenantry.sql.PlainQuery.Expression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainQueryTest {
  @Test
  void columnsAreFollowedThroughAliasesAndDefaults() {
    PlainQuery query =
        read("SELECT u.id, \"name\" AS label, coalesce(age, 0) years, a || b, 1 FROM main.users u");
    assertThat(query.table()).isEqualTo("users");
    assertThat(query.allRows()).isTrue();
    assertThat(query.items())
        .containsExactly(
            new Column("id", false),
            new Column("name", false),
            new Column("age", true),
            new Expression(List.of("a", "b")),
            new Expression(List.of()));
    assertThat(read("SELECT * FROM t").items()).containsExactly(new All());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t WHERE b",
        "SELECT DISTINCT a FROM t",
        "SELECT max(a) FROM t",
        "SELECT a FROM t GROUP BY a",
        "SELECT a FROM t ORDER BY a LIMIT 3",
      })
  void whatMayLeaveRowsOutIsKnown(String sql) {
    assertThat(read(sql).allRows()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT a FROM t, u",
        "SELECT a FROM t JOIN u",
        "SELECT a FROM t UNION SELECT b FROM u",
        "SELECT a FROM (SELECT 1)",
        "WITH c AS (SELECT 1) SELECT * FROM c",
        "VALUES (1)",
      })
  void severalTablesOrNoneAreNotPlain(String sql) {
    assertThat(PlainQuery.parse(Token.meaningful(sql))).isEmpty();
  }

  private static PlainQuery read(String sql) {
    Optional<PlainQuery> query = PlainQuery.parse(Token.meaningful(sql));
    return query.orElseThrow();
  }
}
