package io.tenantry.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNamesTest {

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
    assertThat(SqlNames.quote(name)).isEqualTo(sql);
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
}
