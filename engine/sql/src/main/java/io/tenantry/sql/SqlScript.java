package io.tenantry.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits SQL text into statements where SQLite's parser would end them, trigger bodies included.
 * Linear time on any input.
 */
public final class SqlScript {
  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();
  private int line = 1;
  private int lineOffset;
  private @Nullable Token first;
  private int end;

  private SqlScript(String text) {
    this.text = text;
  }

  /**
   * Splits a text; empty statements (blank or comment only) are left out. SQLite stops reading at a
   * NUL character, so what stands behind one is a statement that nothing runs: who runs texts
   * refuses them before.
   */
  public static List<SqlStatement> split(String text) {
    return new SqlScript(text).run();
  }

  /**
   * Returns the statement at a place of a text: the one that covers it or ends right before it,
   * else the nearest one before it, else the first.
   *
   * @return empty when the text has no statement
   */
  public static Optional<SqlStatement> at(String text, int offset) {
    Optional<SqlStatement> nearest = Optional.empty();
    for (SqlStatement statement : split(text)) {
      if (nearest.isPresent() && statement.offset() > offset) {
        return nearest;
      }
      nearest = Optional.of(statement);
      if (offset <= statement.end() + 1) {
        return nearest;
      }
    }
    return nearest;
  }

  private List<SqlStatement> run() {
    SqlScanner scanner = new SqlScanner(text);
    TriggerBody trigger = new TriggerBody();
    while (scanner.hasNext()) {
      Token token = scanner.next();
      if (token.isBlank()) {
        continue;
      }
      boolean ends = trigger.endsStatement(token);
      if (!ends) {
        first = first == null ? token : first;
        end = token.end();
      } else {
        finish();
        trigger = new TriggerBody();
      }
    }
    finish();
    return List.copyOf(statements);
  }

  private void finish() {
    if (first == null) {
      return;
    }
    int start = first.start();
    while (lineOffset < start) {
      line += text.charAt(lineOffset++) == '\n' ? 1 : 0;
    }
    String verb = first.kind() == Token.Kind.WORD ? first.upper() : "";
    statements.add(new SqlStatement(text.substring(start, end), start, line, verb));
    first = null;
  }

  /**
   * Knows which semicolons belong to the body of a CREATE TRIGGER. Only an END that starts a
   * statement of the body ends it; the END of a CASE never does.
   */
  private static final class TriggerBody {
    private enum Place {
      START,
      CREATE,
      HEAD,
      BODY,
      STATEMENT_START,
      END,
      ELSEWHERE
    }

    private Place place = Place.START;

    boolean endsStatement(Token token) {
      boolean semicolon = token.kind() == Token.Kind.SEMICOLON;
      boolean inside = place == Place.BODY || place == Place.STATEMENT_START;
      if (semicolon && !inside) {
        return true;
      }
      place =
          switch (place) {
            case START -> afterStart(token);
            case CREATE -> afterCreate(token);
            case HEAD -> token.isWord("BEGIN") ? Place.BODY : Place.HEAD;
            case BODY, END -> semicolon ? Place.STATEMENT_START : Place.BODY;
            case STATEMENT_START -> afterBodySemicolon(token, semicolon);
            case ELSEWHERE -> Place.ELSEWHERE;
          };
      return false;
    }

    private static Place afterStart(Token token) {
      boolean prefix = token.isWord("EXPLAIN") || token.isWord("QUERY") || token.isWord("PLAN");
      return prefix ? Place.START : token.isWord("CREATE") ? Place.CREATE : Place.ELSEWHERE;
    }

    private static Place afterCreate(Token token) {
      boolean temporary = token.isWord("TEMP") || token.isWord("TEMPORARY");
      return temporary ? Place.CREATE : token.isWord("TRIGGER") ? Place.HEAD : Place.ELSEWHERE;
    }

    private static Place afterBodySemicolon(Token token, boolean semicolon) {
      return semicolon ? Place.STATEMENT_START : token.isWord("END") ? Place.END : Place.BODY;
    }
  }
}
