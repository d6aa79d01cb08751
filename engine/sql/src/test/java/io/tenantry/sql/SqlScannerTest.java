package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlScannerTest {

  private static List<Token> scan(String sql) {
    List<Token> tokens = new ArrayList<>();
    SqlScanner scanner = new SqlScanner(sql);
    while (scanner.hasNext()) {
      tokens.add(scanner.next());
    }
    return tokens;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "select ~ WORD",
        "sel_1$x ~ WORD",
        "größe ~ WORD",
        "x ~ WORD",
        "'it''s' ~ STRING",
        "'open ~ ILLEGAL",
        "\"a\"\"b\" ~ QUOTED_NAME",
        "`a``b` ~ QUOTED_NAME",
        "[a\"b] ~ QUOTED_NAME",
        "[open ~ ILLEGAL",
        "x'0aFF' ~ BLOB",
        "X'' ~ BLOB",
        "x'0' ~ ILLEGAL",
        "x'zz' ~ ILLEGAL",
        "12 ~ NUMBER",
        "1_000 ~ NUMBER",
        "0x1F ~ NUMBER",
        "1.5e-3 ~ NUMBER",
        ".5 ~ NUMBER",
        "1. ~ NUMBER",
        "1abc ~ ILLEGAL",
        "0xg ~ ILLEGAL",
        "? ~ VARIABLE",
        "?12 ~ VARIABLE",
        ":name ~ VARIABLE",
        "@name ~ VARIABLE",
        "$a::b(c) ~ VARIABLE",
        ": ~ ILLEGAL",
        "-- to the end ~ COMMENT",
        "/* over * / */ ~ COMMENT",
        "/**/ ~ COMMENT",
        "/*/ open ~ COMMENT",
        "->> ~ PUNCTUATION",
        "-> ~ PUNCTUATION",
        "- ~ PUNCTUATION",
        "<> ~ PUNCTUATION",
        "!= ~ PUNCTUATION",
        "! ~ ILLEGAL",
        "|| ~ PUNCTUATION",
        "; ~ SEMICOLON",
        "{ ~ ILLEGAL",
        "^ ~ ILLEGAL",
      })
  void oneTokenIsCutAsSqliteDoes(String sql, Kind kind) {
    assertThat(scan(sql)).extracting(Token::kind, Token::text).containsExactly(tuple(kind, sql));
  }

  @Test
  void slashStarAtTheVeryEndIsNoComment() {
    assertThat(scan("/*"))
        .extracting(Token::kind)
        .containsExactly(Kind.PUNCTUATION, Kind.PUNCTUATION);
  }

  @Test
  void byteOrderMarkIsSpaceOnlyBetweenTokens() {
    assertThat(scan("\uFEFFa\uFEFF"))
        .extracting(Token::kind)
        .containsExactly(Kind.SPACE, Kind.WORD);
  }

  @Test
  void verticalTabIsSpaceOnlyBehindSpace() {
    assertThat(scan(" \u000B")).extracting(Token::kind).containsExactly(Kind.SPACE);
    assertThat(scan("\u000B")).extracting(Token::kind).containsExactly(Kind.ILLEGAL);
  }

  @Test
  void namesAreUnquoted() {
    assertThat(scan("\"a\"\"b\"[c]'d''e'f").stream().map(Token::name))
        .containsExactly("a\"b", "c", "d'e", "f");
  }

  @Test
  void tokensAreTheWholeTextForAnyInput() {
    Random random = new Random(7);
    String alphabet = "aXx'\"`[];-/*\n\t .:@$?#1e0_(){}<>=!|\\^\u0000\uFEFF\u000Bé\uD83D";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      StringBuilder joined = new StringBuilder();
      scan(sql.toString()).forEach(token -> joined.append(token.text()));
      assertThat(joined.toString()).isEqualTo(sql.toString());
    }
  }

  @Test
  void scanningIsLinearOnHostileInput() {
    for (String piece :
        List.of("/*a\u0000", "[a\u0000", "'a\u0000", "$a(", "x'", "1e", ":::", "((")) {
      String sql = piece.repeat(500_000);
      SqlScanner scanner = new SqlScanner(sql);
      long tokens = 0;
      while (scanner.hasNext()) {
        scanner.next();
        tokens++;
      }
      assertThat(tokens).isLessThanOrEqualTo(sql.length());
    }
  }
}
