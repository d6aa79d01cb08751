package io.tenantry.core.schema;

import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Locale;

/**
 * Writes a CREATE statement in one canonical spelling, so that two texts that SQLite treats alike
 * compare equal: white space, comments, the case of words, quoting, IF NOT EXISTS, a final
 * semicolon and what ALTER TABLE leaves behind in the stored text make no difference.
 */
final class NormalizedSql {
  private NormalizedSql() {}

  static String of(String sql) {
    List<Token> tokens = Token.meaningful(sql);
    StringBuilder text = new StringBuilder(sql.length());
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).kind() == Token.Kind.SEMICOLON) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (i < 6 && isIfNotExists(tokens, i)) {
        i += 2;
        continue;
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(spell(tokens.get(i), i > 0 && tokens.get(i - 1).isWord("DEFAULT")));
    }
    return text.toString();
  }

  private static boolean isIfNotExists(List<Token> tokens, int i) {
    return i + 2 < tokens.size()
        && tokens.get(i).isWord("IF")
        && tokens.get(i + 1).isWord("NOT")
        && tokens.get(i + 2).isWord("EXISTS");
  }

  private static String spell(Token token, boolean afterDefault) {
    return switch (token.kind()) {
      case WORD, NUMBER, BLOB -> token.text().toLowerCase(Locale.ROOT);
      case QUOTED_NAME -> afterDefault ? literal(token.name()) : identifier(token.name());
      case PUNCTUATION -> symbol(token);
      default -> token.text();
    };
  }

  /** A name in double quotes after DEFAULT is a text to SQLite. */
  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  private static String identifier(String name) {
    return SqlNames.quoteIfNeeded(name.toLowerCase(Locale.ROOT));
  }

  private static String symbol(Token token) {
    return switch (token.text()) {
      case "==" -> "=";
      case "<>" -> "!=";
      default -> token.text();
    };
  }
}
