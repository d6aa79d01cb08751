package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "users|users",
        "_private9|_private9",
        "order|\"order\"",
        "Select|\"Select\"",
        "two words|\"two words\"",
        "9lives|\"9lives\"",
        "say \"hi\"|\"say \"\"hi\"\"\"",
        "semi;colon|\"semi;colon\"",
        "größe|\"größe\"",
      })
  void namesAreQuotedOnlyWhereTheyMustBe(String name, String sql) {
    assertThat(SqlNames.quoteIfNeeded(name)).isEqualTo(sql);
    assertThat(SqlNames.unquote(sql)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {"[a b]|a b", "`a``b`|a`b", "'it''s'|it's", "a|a"})
  void everyKindOfQuoteThatSqliteReadsIsTakenOff(String sql, String name) {
    assertThat(SqlNames.unquote(sql)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "users, USERS, true",
    "Ä, ä, false",
    "İ, i, false",
    "\u212A, k, false",
    "a_b, A_B, true",
    "a, b, false"
  })
  void sameNamesAreThoseThatSqliteTakesForOne(String one, String other, boolean same)
      throws SQLException {
    assertThat(SqlNames.same(one, other)).isEqualTo(same);
    assertThat(SqlNames.ORDER.compare(one, other) == 0).isEqualTo(same);
    assertThat(sqliteTakesThemForOne(one, other)).isEqualTo(same);
  }

  private static boolean sqliteTakesThemForOne(String one, String other) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE " + SqlNames.quote(one) + " (x)");
      try {
        statement.executeUpdate("CREATE TABLE " + SqlNames.quote(other) + " (x)");
        return false;
      } catch (SQLException _) {
        return true;
      }
    }
  }

  @Test
  void everyKeywordCanBeANameWhenItIsQuoted() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (String word : Keywords.all()) {
        statement.executeUpdate("CREATE TABLE " + SqlNames.quoteIfNeeded(word) + " (x)");
      }
      assertThat(Keywords.all()).hasSizeGreaterThan(140);
    }
  }
}
