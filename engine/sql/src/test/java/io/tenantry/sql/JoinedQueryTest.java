package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.sql.JoinedQuery.All;
import io.tenantry.sql.JoinedQuery.Column;
import io.tenantry.sql.JoinedQuery.Other;
import io.tenantry.sql.JoinedQuery.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedQueryTest {
  @Test
  void columnsNameTheSourcesThatTheyComeFrom() {
    JoinedQuery query =
        read(
            "SELECT DISTINCT u.id, \"name\" AS label, upper(b), p.*, *, 'x' FROM main.users u"
                + " LEFT JOIN posts AS p ON p.u = u.id AND p.n IN (SELECT 1, 2), [my log]"
                + " WHERE a IN (SELECT b FROM c, d) ORDER BY e, f");
    assertThat(query.items())
        .containsExactly(
            new Column("u", "id"),
            new Column("", "name"),
            new Other(),
            new All("p"),
            new All(""),
            new Other());
    assertThat(query.sources())
        .containsExactly(
            new Source("users", "u"), new Source("posts", "p"), new Source("my log", "my log"));
    assertThat(query.merges()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT * FROM a JOIN b USING (id)", "SELECT * FROM a NATURAL LEFT JOIN b"})
  void joinsThatMergeColumnsAreKnown(String sql) {
    assertThat(read(sql).merges()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT a FROM (SELECT a FROM t)",
        "SELECT a FROM t, (SELECT 1)",
        "SELECT a FROM t JOIN (u JOIN v)",
        "SELECT value FROM json_each(t)",
        "SELECT a FROM t UNION ALL SELECT b FROM u",
        "VALUES (1)",
      })
  void queriesAndFunctionsAsSourcesAreNotRead(String sql) {
    assertThat(JoinedQuery.parse(Token.meaningful(sql))).isEmpty();
  }

  private static JoinedQuery read(String sql) {
    Optional<JoinedQuery> query = JoinedQuery.parse(Token.meaningful(sql));
    return query.orElseThrow();
  }
}
