package io.tenantry.core.schema;

import io.tenantry.core.schema.NameRoles.Role;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Set;

/**
 * Writes a CREATE statement in one canonical spelling, so that two texts that SQLite treats alike
 * compare equal: white space, comments, the case of words and names, quoting, IF NOT EXISTS, a
 * final semicolon and what ALTER TABLE leaves behind in the stored text make no difference. The
 * spelling of what becomes the name of a result column does, and so does the case of strings, also
 * of those in double quotes.
 */
final class NormalizedSql {
  private static final Set<String> CONSTANTS =
      Set.of("NULL", "TRUE", "FALSE", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");

  private final List<Token> tokens;
  private final NameRoles roles;

  private NormalizedSql(SchemaObject object, List<Token> tokens, SchemaNames names) {
    this.tokens = tokens;
    this.roles = NameRoles.of(object, tokens, names);
  }

  /**
   * Returns the canonical spelling.
   *
   * @param names those of the schema that the object belongs to
   */
  static String of(SchemaObject object, SchemaNames names) {
    List<Token> tokens = Token.meaningful(object.sql());
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).kind() == Token.Kind.SEMICOLON) {
      end--;
    }
    List<Token> statement = tokens.subList(0, end);
    String text = new NormalizedSql(object, statement, names).text();
    List<String> unnamed = object.type() == Type.VIEW ? ResultNames.unnamed(statement) : List.of();
    return unnamed.isEmpty() ? text : text + " -- " + String.join(" , ", unnamed);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i < 6 && isIfNotExists(i)) {
        i += 2;
        continue;
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(spell(i));
    }
    return text.toString();
  }

  private boolean isIfNotExists(int i) {
    return Tokens.isWord(tokens, i, "IF")
        && Tokens.isWord(tokens, i + 1, "NOT")
        && Tokens.isWord(tokens, i + 2, "EXISTS");
  }

  private String spell(int i) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case WORD -> word(token, roles.at(i));
      case NUMBER, BLOB -> SqlNames.fold(token.text());
      case QUOTED_NAME -> quoted(token, roles.at(i));
      case STRING ->
          roles.at(i) == Role.EXPRESSION || roles.at(i) == Role.DEFAULT
              ? token.text()
              : name(token, roles.at(i));
      case PUNCTUATION -> symbol(token);
      default -> token.text();
    };
  }

  private static String word(Token token, Role role) {
    return switch (role) {
      case COLUMN -> SqlNames.quoteIfNeeded(token.text());
      case DEFAULT ->
          CONSTANTS.contains(token.upper()) ? SqlNames.fold(token.text()) : literal(token.text());
      case NAME, EXPRESSION, STRING -> SqlNames.fold(token.text());
    };
  }

  private static String quoted(Token token, Role role) {
    return role == Role.DEFAULT || role == Role.STRING ? literal(token.name()) : name(token, role);
  }

  private static String name(Token token, Role role) {
    String name = token.name();
    return SqlNames.quoteIfNeeded(role == Role.COLUMN ? name : SqlNames.fold(name));
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  private static String symbol(Token token) {
    return switch (token.text()) {
      case "==" -> "=";
      case "<>" -> "!=";
      default -> token.text();
    };
  }
}
