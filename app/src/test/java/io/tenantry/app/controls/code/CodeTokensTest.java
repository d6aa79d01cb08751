package io.tenantry.app.controls.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.code.CodeToken.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTokensTest {
  private static final String SECRET = "tdb_pw_4f8a2c";

  @ParameterizedTest
  @EnumSource
  void tokensTogetherAreTheCode(CodeLanguage language) {
    String code =
        """
        # a // b -- c
        curl "https://x/<tenant>?k=tdb_pw_4f8a2c" -d 'it''s \\'x'
        const n = 0x1F + 42; if (a) { return "unfinished
        """
            .strip();
    CodeSample sample = new CodeSample(language, code, List.of(SECRET));
    assertThat(CodeTokens.of(sample).stream().map(CodeToken::text).collect(Collectors.joining()))
        .isEqualTo(code);
  }

  @Test
  void eachLanguageHasItsOwnCommentsAndWords() {
    assertThat(of(CodeLanguage.PYTHON, Kind.COMMENT, "x = 1 # one // two"))
        .containsExactly("# one // two");
    assertThat(of(CodeLanguage.JAVA, Kind.COMMENT, "var x = 1; // one # two"))
        .containsExactly("// one # two");
    assertThat(of(CodeLanguage.SQL, Kind.COMMENT, "SELECT 1 -- one")).containsExactly("-- one");
    assertThat(of(CodeLanguage.SQL, Kind.KEYWORD, "select a from b where selected"))
        .containsExactly("select", "from", "where");
    assertThat(of(CodeLanguage.JAVASCRIPT, Kind.KEYWORD, "await db.await(constant)"))
        .containsExactly("await");
  }

  @Test
  void addressesAreNoCommentsAndFlagsNoWords() {
    assertThat(of(CodeLanguage.JAVASCRIPT, Kind.COMMENT, "fetch(http://x/y)")).isEmpty();
    assertThat(of(CodeLanguage.SHELL, Kind.KEYWORD, "curl --if x http://in/do"))
        .containsExactly("curl");
  }

  @Test
  void stringsEndWhereTheLanguageEndsThem() {
    assertThat(of(CodeLanguage.SQL, Kind.STRING, "SELECT 'it''s', 2")).containsExactly("'it''s'");
    assertThat(of(CodeLanguage.JAVA, Kind.STRING, "f(\"a\\\"b\", 2)"))
        .containsExactly("\"a\\\"b\"");
  }

  @Test
  void secretsAndPlacesToFillInAreFoundInsideStrings() {
    CodeSample sample =
        new CodeSample(
            CodeLanguage.JAVASCRIPT, "open(\"<host>/x?token=" + SECRET + "\")", List.of(SECRET));
    List<CodeToken> tokens = CodeTokens.of(sample);
    assertThat(tokens)
        .contains(new CodeToken(Kind.PLACEHOLDER, "<host>"), new CodeToken(Kind.SECRET, SECRET));
    assertThat(tokens.stream().filter(token -> token.kind() != Kind.SECRET))
        .noneMatch(token -> token.text().contains(SECRET));
  }

  private static List<String> of(CodeLanguage language, Kind kind, String code) {
    return CodeTokens.of(CodeSample.of(language, code)).stream()
        .filter(token -> token.kind() == kind)
        .map(CodeToken::text)
        .toList();
  }
}
