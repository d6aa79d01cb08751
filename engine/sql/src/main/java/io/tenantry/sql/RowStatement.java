package io.tenantry.sql;

import io.tenantry.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement that changes rows says of itself. Which tables it reads, SQLite knows better.
 *
 * @param verb INSERT, REPLACE, UPDATE or DELETE
 * @param schema the name of the database in front of the table; empty without one
 * @param table the table or view whose rows it changes
 * @param columns those that it names as targets: of an INSERT its list, of an UPDATE those it sets
 * @param values of an UPDATE the expression for each of these; empty when it sets several at once,
 *     and for all others
 * @param source where an INSERT has its rows from; NONE for all others
 * @param mayLeaveOut whether an INSERT may drop or replace rows that conflict with others
 * @param query of an INSERT from a query the query itself, in tokens; empty for all others
 * @param condition of a plain UPDATE or DELETE what stands behind WHERE, or {@code 1} without one;
 *     empty for one with other tables, an alias, an order or a limit, and for all others
 */
public record RowStatement(
    String verb,
    Optional<String> schema,
    String table,
    List<String> columns,
    List<String> values,
    Source source,
    boolean mayLeaveOut,
    List<Token> query,
    Optional<String> condition) {

  /** Copies the lists. */
  public RowStatement {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    query = List.copyOf(query);
  }

  /** Where an INSERT has its rows from. */
  public enum Source {
    /** From values that stand in the statement, or are bound to it. */
    VALUES,
    /** From a query. */
    QUERY,
    /** From the defaults of the table. */
    DEFAULTS,
    /** It is no INSERT. */
    NONE
  }

  /** Reads a statement; empty when it changes no rows or breaks off. */
  public static Optional<RowStatement> parse(String statement) {
    List<Token> tokens = Token.meaningful(statement);
    return DataVerb.of(tokens)
        .filter(DataVerb::writes)
        .flatMap(verb -> new Reader(tokens, DataVerb.place(tokens)).read(verb.word()));
  }

  /** Returns whether it puts rows into the table. */
  public boolean inserts() {
    return verb.equals("INSERT") || verb.equals("REPLACE");
  }

  /**
   * Returns whether it is a command to a full-text index, such as {@code INSERT INTO f (f) VALUES
   * ('rebuild')}: it names the table as a column of its own.
   */
  public boolean isCommand() {
    return inserts() && !columns.isEmpty() && SqlNames.same(columns.getFirst(), table);
  }

  /** Walks through the head of a statement. */
  private static final class Reader {
    private final List<Token> tokens;
    private final List<String> values = new ArrayList<>();
    private int at;

    Reader(List<Token> tokens, int place) {
      this.tokens = tokens;
      this.at = place;
    }

    Optional<RowStatement> read(String verb) {
      boolean replaces = verb.equals("REPLACE");
      at++;
      if (take("OR")) {
        replaces |= Tokens.isWord(tokens, at, "REPLACE") || Tokens.isWord(tokens, at, "IGNORE");
        at++;
      }
      take(verb.equals("DELETE") ? "FROM" : "INTO");
      Optional<String> first = name();
      boolean qualified = Tokens.isPunctuation(tokens, at, '.');
      at += qualified ? 1 : 0;
      Optional<String> table = qualified ? name() : first;
      Optional<String> schema = qualified ? first : Optional.empty();
      if (table.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          switch (verb) {
            case "UPDATE" -> plain(verb, schema, table.get(), true);
            case "DELETE" -> plain(verb, schema, table.get(), false);
            default -> insert(verb, schema, table.get(), replaces);
          });
    }

    private RowStatement plain(String verb, Optional<String> schema, String table, boolean sets) {
      boolean starts = tokens.getFirst().isWord(verb);
      boolean bare = starts && (!sets || Tokens.isWord(tokens, at, "SET"));
      List<String> columns = sets ? set() : List.of();
      return new RowStatement(
          verb,
          schema,
          table,
          columns,
          values.size() == columns.size() ? values : List.of(),
          Source.NONE,
          false,
          List.of(),
          bare ? condition() : Optional.empty());
    }

    private Optional<String> condition() {
      if (at < tokens.size() && !tokens.get(at).isWord("WHERE")) {
        return Optional.empty();
      }
      int start = at + 1;
      int end = start;
      while (end < tokens.size() && !tokens.get(end).isWord("RETURNING")) {
        if (tokens.get(end).isWord("ORDER") || tokens.get(end).isWord("LIMIT")) {
          return Optional.empty();
        }
        end = Math.max(end + 1, Tokens.afterGroup(tokens, end));
      }
      return Optional.of(start < end ? text(start, end) : "1");
    }

    private String text(int start, int end) {
      Token first = tokens.get(start);
      return first.source().substring(first.start(), tokens.get(end - 1).end());
    }

    private RowStatement insert(
        String verb, Optional<String> schema, String table, boolean replaces) {
      if (take("AS")) {
        at++;
      }
      List<String> columns = Tokens.isPunctuation(tokens, at, '(') ? names() : List.of();
      Source source =
          Tokens.isWord(tokens, at, "VALUES")
              ? Source.VALUES
              : Tokens.isWord(tokens, at, "DEFAULT") ? Source.DEFAULTS : Source.QUERY;
      List<Token> rest = at < tokens.size() ? tokens.subList(at, tokens.size()) : List.of();
      int upsert = upsert(rest);
      List<Token> query = source == Source.QUERY ? rest.subList(0, upsert) : List.of();
      return new RowStatement(
          verb,
          schema,
          table,
          columns,
          List.of(),
          source,
          replaces || isUpsert(rest, upsert),
          query,
          Optional.empty());
    }

    /** Where ON CONFLICT or RETURNING begin; a join's ON is followed by something else. */
    private static int upsert(List<Token> rest) {
      int depth = 0;
      for (int i = 0; i < rest.size(); i++) {
        depth += rest.get(i).isPunctuation('(') ? 1 : rest.get(i).isPunctuation(')') ? -1 : 0;
        if (depth == 0 && (isUpsert(rest, i) || rest.get(i).isWord("RETURNING"))) {
          return i;
        }
      }
      return rest.size();
    }

    private static boolean isUpsert(List<Token> rest, int index) {
      return Tokens.isWord(rest, index, "ON") && Tokens.isWord(rest, index + 1, "CONFLICT");
    }

    private List<String> set() {
      while (at < tokens.size() && !tokens.get(at).isWord("SET")) {
        at++;
      }
      List<String> columns = new ArrayList<>();
      do {
        at++;
        if (Tokens.isPunctuation(tokens, at, '(')) {
          columns.addAll(names());
        } else {
          name().ifPresent(columns::add);
          int start = at + 1;
          skipExpression();
          values.addAll(start < at ? List.of(text(start, at)) : List.of());
        }
        skipExpression();
      } while (Tokens.isPunctuation(tokens, at, ','));
      return columns;
    }

    private void skipExpression() {
      while (at < tokens.size() && !tokens.get(at).isPunctuation(',') && !endsSet()) {
        at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
      }
    }

    private boolean endsSet() {
      Token token = tokens.get(at);
      return token.isWord("WHERE") || token.isWord("FROM") || token.isWord("RETURNING");
    }

    private List<String> names() {
      int close = Tokens.closing(tokens, at);
      List<String> names =
          tokens.subList(at + 1, Math.max(at + 1, close)).stream()
              .filter(Tokens::isName)
              .map(Token::name)
              .toList();
      at = close + 1;
      return names;
    }

    private Optional<String> name() {
      if (at >= tokens.size() || !Tokens.isName(tokens.get(at))) {
        return Optional.empty();
      }
      return Optional.of(tokens.get(at++).name());
    }

    private boolean take(String word) {
      boolean there = at < tokens.size() && tokens.get(at).kind() == Kind.WORD;
      there = there && tokens.get(at).isWord(word);
      at += there ? 1 : 0;
      return there;
    }
  }
}
