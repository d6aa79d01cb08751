package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where in a statement an error is. SQLite knows it, but the driver hands on only the words,
 * so the words' own name is looked for in the text. This is the one place that reads them.
 */
final class ErrorPlace {
  /** Detail of an error: where it is, in UTF-16 units from the start of the text that was sent. */
  static final String OFFSET = "offset";

  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern UNRECOGNIZED =
      Pattern.compile("unrecognized token: \"(.*)\"", Pattern.DOTALL);
  private static final Pattern NO_COLUMN_NAMED =
      Pattern.compile("table (.+) has no column named (.+)", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:no such (?:column|table|view|index|function|collation sequence|module|trigger)"
              + "|ambiguous column name|unknown function|misuse of aggregate"
              + "|wrong number of arguments to function): ?(.+?)(?:\\(\\))?"
              + "|wrong number of arguments to function (.+)\\(\\)"
              + "|(?:table|view|index) (.+?) (?:already exists|may not be .*)"
              + "|cannot modify (.+) because .*",
          Pattern.DOTALL);

  private static final Pattern DUPLICATE =
      Pattern.compile("duplicate column name: (.+)", Pattern.DOTALL);
  private static final String ADVICE = "(?s) - should this be .*";

  private final String sql;
  private final String words;
  private final List<Token> tokens;

  /** Returns the error of a statement that cannot be prepared, with its place if that is found. */
  static EngineException added(
      EngineException error, SQLException cause, SqlStatement statement, Connection connection) {
    if (error.code() != ErrorCode.BAD_REQUEST) {
      return error;
    }
    OptionalInt place =
        new ErrorPlace(statement.text(), SqliteErrors.textOf(cause))
            .find(text -> refusal(connection, text));
    return place.isPresent() ? error.with(OFFSET, statement.offset() + place.getAsInt()) : error;
  }

  private static String refusal(Connection connection, String text) {
    try (PreparedStatement accepted = connection.prepareStatement(text)) {
      return accepted.isClosed() ? "closed" : "";
    } catch (SQLException e) {
      return SqliteErrors.textOf(e);
    }
  }

  /**
   * Prepares the search.
   *
   * @param sql one statement
   * @param words what SQLite says about it
   */
  ErrorPlace(String sql, String words) {
    this.sql = sql;
    this.words = words;
    this.tokens = Token.meaningful(sql);
  }

  /**
   * Returns where the error is, from the start of the statement.
   *
   * @param refusal what SQLite says about another text; empty when it accepts it
   */
  OptionalInt find(UnaryOperator<String> refusal) {
    Matcher near = NEAR.matcher(words);
    if (near.matches()) {
      return syntaxError(near.group(1), refusal);
    }
    if (UNRECOGNIZED.matcher(words).matches()) {
      return tokens.stream()
          .filter(token -> token.kind() == Token.Kind.ILLEGAL)
          .mapToInt(Token::start)
          .findFirst();
    }
    if (words.equals("incomplete input")) {
      return OptionalInt.of(sql.length());
    }
    Matcher duplicate = DUPLICATE.matcher(words);
    if (duplicate.matches()) {
      return last(duplicate.group(1));
    }
    return name().isEmpty() ? OptionalInt.empty() : place(name());
  }

  /**
   * The parser stops at the first token that cannot follow, so a text that ends with an earlier
   * token of the same letters is only incomplete.
   */
  private OptionalInt syntaxError(String letters, UnaryOperator<String> refusal) {
    for (Token token : tokens) {
      if (token.text().equals(letters)
          && refusal.apply(sql.substring(0, token.end())).equals(words)) {
        return OptionalInt.of(token.start());
      }
    }
    return OptionalInt.empty();
  }

  private String name() {
    Matcher column = NO_COLUMN_NAMED.matcher(words);
    if (column.matches()) {
      return column.group(2);
    }
    Matcher named = NAMED.matcher(words);
    if (!named.matches()) {
      return "";
    }
    for (int group = 1; group <= named.groupCount(); group++) {
      if (named.group(group) != null) {
        return SqlNames.unquote(named.group(group).replaceFirst(ADVICE, ""));
      }
    }
    return "";
  }

  /** A name may be said with its schema or table, whether it was written so or not. */
  private OptionalInt place(String name) {
    OptionalInt whole = sequence(List.of(name));
    if (whole.isPresent()) {
      return whole;
    }
    List<String> parts = new ArrayList<>(Arrays.asList(name.split("\\.")));
    while (!parts.isEmpty()) {
      OptionalInt found = sequence(parts);
      if (found.isPresent()) {
        return found;
      }
      parts.removeFirst();
    }
    return OptionalInt.empty();
  }

  private OptionalInt last(String name) {
    return tokens.reversed().stream()
        .filter(token -> isName(token) && SqlNames.same(token.name(), name))
        .mapToInt(Token::start)
        .findFirst();
  }

  private OptionalInt sequence(List<String> parts) {
    for (int at = 0; at + 2 * parts.size() - 1 <= tokens.size(); at++) {
      if (startsAt(at, parts)) {
        return OptionalInt.of(tokens.get(at).start());
      }
    }
    return OptionalInt.empty();
  }

  private boolean startsAt(int at, List<String> parts) {
    for (int part = 0; part < parts.size(); part++) {
      Token token = tokens.get(at + 2 * part);
      boolean dotted = part == 0 || tokens.get(at + 2 * part - 1).isPunctuation('.');
      if (!dotted || !isName(token) || !SqlNames.same(token.name(), parts.get(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(Token token) {
    return switch (token.kind()) {
      case WORD, QUOTED_NAME -> true;
      case STRING, BLOB, NUMBER, VARIABLE, SEMICOLON, PUNCTUATION, SPACE, COMMENT, ILLEGAL -> false;
    };
  }
}
