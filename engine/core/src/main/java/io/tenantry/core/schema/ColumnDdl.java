package io.tenantry.core.schema;

import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one column of a CREATE TABLE; {@code where} names it in messages. */
record ColumnDdl(ColumnDefinition column, String where, Set<String> knownTables) {
  private static final Pattern TYPE =
      Pattern.compile(
          "[A-Za-z_][A-Za-z0-9_ ]*(\\(\\s*[+-]?\\d+\\s*(,\\s*[+-]?\\d+\\s*)?\\)[A-Za-z0-9_ ]*)?");
  private static final Set<String> SERIALS = Set.of("SERIAL", "BIGSERIAL", "SMALLSERIAL");
  private static final Set<String> CONSTANTS =
      Set.of("NULL", "TRUE", "FALSE", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");

  String text(boolean onlyKey) {
    String type = type();
    StringBuilder text = new StringBuilder(SqlNames.quoteIfNeeded(column.name()));
    text.append(' ').append(type);
    boolean rowId = column.primaryKey() && onlyKey && SqlNames.same(type, "INTEGER");
    if ((!column.nullable() || column.primaryKey()) && !rowId) {
      text.append(" NOT NULL");
    }
    if (column.primaryKey() && onlyKey) {
      text.append(" PRIMARY KEY");
    }
    if (column.unique()) {
      text.append(" UNIQUE");
    }
    column.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(literal(value)));
    column.references().ifPresent(target -> text.append(" REFERENCES ").append(reference(target)));
    return text.toString();
  }

  /** A serial of PostgreSQL is what SQLite calls INTEGER: as a primary key it numbers rows. */
  private String type() {
    String type = column.type().strip();
    if (type.isEmpty()) {
      throw TableDdl.bad(where, "needs a type");
    }
    boolean plain =
        TYPE.matcher(type).matches()
            && Token.meaningful(type).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .allMatch(word -> SqlNames.isBare(word.text()));
    if (!plain) {
      throw TableDdl.bad(
          where,
          "has the invalid type '"
              + type
              + "': name the type only; nullable, default, primary_key, unique and references"
              + " are fields of their own");
    }
    return SERIALS.contains(SqlNames.upper(type)) ? "INTEGER" : type;
  }

  /**
   * Keeps a complete literal or an expression in parentheses; any other text becomes a literal. It
   * is put together from its tokens, so that a comment in it cannot hide what follows.
   */
  private static String literal(String value) {
    List<Token> tokens = Token.meaningful(value);
    if (isLiteral(tokens)) {
      return text(tokens, "");
    }
    if (isExpression(tokens)) {
      boolean mayHide = value.contains("--") || value.contains("/*");
      return mayHide ? text(tokens, " ") : value.strip();
    }
    return '\'' + value.replace("'", "''") + '\'';
  }

  private static String text(List<Token> tokens, String separator) {
    return tokens.stream().map(Token::text).collect(Collectors.joining(separator));
  }

  private static boolean isLiteral(List<Token> tokens) {
    if (tokens.size() == 2) {
      boolean signed = tokens.getFirst().isPunctuation('-') || tokens.getFirst().isPunctuation('+');
      return signed && tokens.getLast().kind() == Token.Kind.NUMBER;
    }
    return tokens.size() == 1
        && switch (tokens.getFirst().kind()) {
          case NUMBER, STRING, BLOB -> true;
          case WORD -> CONSTANTS.contains(tokens.getFirst().upper());
          default -> false;
        };
  }

  private static boolean isExpression(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.getFirst().isPunctuation('(')
        && Tokens.closing(tokens, 0) == tokens.size() - 1
        && tokens.stream().noneMatch(ColumnDdl::breaksOut);
  }

  private static boolean breaksOut(Token token) {
    return token.kind() == Token.Kind.SEMICOLON || token.kind() == Token.Kind.ILLEGAL;
  }

  private String reference(String target) {
    List<Token> tokens = Token.meaningful(target);
    boolean wellFormed =
        tokens.size() == 4
            && Tokens.isName(tokens.get(0))
            && tokens.get(1).isPunctuation('(')
            && Tokens.isName(tokens.get(2))
            && tokens.get(3).isPunctuation(')');
    if (!wellFormed) {
      throw TableDdl.bad(where, "has the invalid reference '" + target + "': write table(column)");
    }
    String table = tokens.get(0).name();
    if (!knownTables.contains(TableDdl.lower(table))) {
      throw TableDdl.bad(where, "references the unknown table '" + table + "'");
    }
    return SqlNames.quoteIfNeeded(table)
        + " ("
        + SqlNames.quoteIfNeeded(tokens.get(2).name())
        + ")";
  }
}
