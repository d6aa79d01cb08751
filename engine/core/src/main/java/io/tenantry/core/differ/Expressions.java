package io.tenantry.core.differ;

import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Set;

/** Default values as pragmas tell them. */
final class Expressions {
  private static final Set<String> CONSTANTS = Set.of("NULL", "TRUE", "FALSE");
  private static final Set<String> MOMENTS =
      Set.of("CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");

  private Expressions() {}

  /** Returns whether every row would get the same value, which ALTER TABLE asks for. */
  static boolean isConstant(String value) {
    List<Token> tokens = Token.meaningful(value);
    if (tokens.size() == 2) {
      Token sign = tokens.getFirst();
      return (sign.isPunctuation('-') || sign.isPunctuation('+'))
          && tokens.getLast().kind() == Token.Kind.NUMBER;
    }
    return tokens.size() == 1
        && switch (tokens.getFirst().kind()) {
          case NUMBER, STRING, BLOB, QUOTED_NAME -> true;
          case WORD -> !MOMENTS.contains(tokens.getFirst().upper());
          default -> false;
        };
  }

  static boolean isNull(String value) {
    return value.isBlank() || SqlNames.same(value.strip(), "NULL");
  }

  /** Returns the value as any expression may hold it: a name stands for its text after DEFAULT. */
  static String operand(String value) {
    List<Token> tokens = Token.meaningful(value);
    if (tokens.size() == 1 && isText(tokens.getFirst())) {
      return '\'' + tokens.getFirst().name().replace("'", "''") + '\'';
    }
    return '(' + value + ')';
  }

  private static boolean isText(Token token) {
    return token.kind() == Token.Kind.QUOTED_NAME
        || token.kind() == Token.Kind.WORD
            && !CONSTANTS.contains(token.upper())
            && !MOMENTS.contains(token.upper());
  }
}
