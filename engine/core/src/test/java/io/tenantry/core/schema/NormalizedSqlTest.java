package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedSqlTest {
  private static final String PLAIN = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table users(id integer primary key,name text)",
        "CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, name TEXT);",
        "CREATE TABLE \"users\" (\n  [id] INTEGER PRIMARY KEY, -- key\n  `name` TEXT /* full */\n)",
        "CREATE  TABLE\tUsers (ID INTEGER PRIMARY KEY, Name TEXT) ; ",
      })
  void spellingsOfOneStatementAreEqual(String sql) {
    assertThat(NormalizedSql.of(sql)).isEqualTo(NormalizedSql.of(PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "CREATE TABLE users (name TEXT, id INTEGER PRIMARY KEY)",
        "CREATE TABLE users (id INT PRIMARY KEY, name TEXT)",
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT) STRICT",
      })
  void differentSchemasDiffer(String sql) {
    assertThat(NormalizedSql.of(sql)).isNotEqualTo(NormalizedSql.of(PLAIN));
  }

  @Test
  void textLiteralsKeepTheirCaseAndQuotedKeywordsTheirQuotes() {
    assertThat(NormalizedSql.of("CREATE TABLE t (\"Order\" TEXT DEFAULT 'New', b DEFAULT \"New\")"))
        .isEqualTo("create table t ( \"order\" text default 'New' , b default 'New' )");
  }

  @Test
  void bothSpellingsOfAnOperatorAreOne() {
    assertThat(NormalizedSql.of("CHECK (a <> 1 AND b == 2)"))
        .isEqualTo(NormalizedSql.of("CHECK (a != 1 AND b = 2)"));
  }
}
