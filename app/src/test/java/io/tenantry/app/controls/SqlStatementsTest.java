package io.tenantry.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatementsTest {
  @Test
  void semicolonsInStringsNamesAndCommentsDoNotSplit() {
    String sql = "SELECT ';', \"a;b\" -- ;\n/* ; */;\nDELETE FROM t";
    assertThat(texts(sql)).containsExactly("SELECT ';', \"a;b\" -- ;\n/* ; */", "DELETE FROM t");
  }

  @Test
  void triggerIsOneStatement() {
    String sql =
        """
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
          UPDATE b SET n = CASE WHEN n > 1 THEN 2 ELSE 3 END;
          DELETE FROM c;
        END;
        SELECT 1;\
        """;
    assertThat(texts(sql)).hasSize(2).last().isEqualTo("SELECT 1");
  }

  @Test
  void caretAfterTheSemicolonBelongsToTheStatementBefore() {
    String sql = "SELECT 1;\nSELECT 2;";
    assertThat(SqlStatements.at(sql, 9).of(sql)).isEqualTo("SELECT 1");
    assertThat(SqlStatements.at(sql, 12).of(sql)).isEqualTo("SELECT 2");
    assertThat(SqlStatements.at(sql, sql.length()).of(sql)).isEqualTo("SELECT 2");
  }

  @Test
  void commentsAloneAreNoStatement() {
    assertThat(texts("-- nothing\n;;\n")).isEmpty();
  }

  private static List<String> texts(String sql) {
    return SqlStatements.split(sql).stream().map(range -> range.of(sql)).toList();
  }
}
