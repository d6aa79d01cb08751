package io.tenantry.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What CREATE TRIGGER says of when it fires and what it writes.
 *
 * @param event INSERT, UPDATE or DELETE
 * @param columns of an UPDATE the columns that fire it; empty when all do
 * @param writes the tables whose rows it changes, in order
 */
public record TriggerStatement(String event, List<String> columns, List<String> writes) {
  private static final Set<String> EVENTS = Set.of("INSERT", "UPDATE", "DELETE");

  /** Copies the lists. */
  public TriggerStatement {
    columns = List.copyOf(columns);
    writes = List.copyOf(writes);
  }

  /** Reads a statement; empty for another one. */
  public static Optional<TriggerStatement> parse(String sql) {
    List<Token> tokens = Token.meaningful(sql);
    int at = Tokens.isWord(tokens, 1, "TRIGGER") ? 2 : 3;
    if (!Tokens.isWord(tokens, 0, "CREATE") || !Tokens.isWord(tokens, at - 1, "TRIGGER")) {
      return Optional.empty();
    }
    at += Tokens.isWord(tokens, at, "IF") ? 3 : 0;
    at += Tokens.isPunctuation(tokens, at + 1, '.') ? 3 : 1; // a name may be called as an event
    while (at < tokens.size() && !EVENTS.contains(tokens.get(at).upper())) {
      at++;
    }
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    int body = find(tokens, at, "BEGIN");
    return Optional.of(
        new TriggerStatement(
            tokens.get(at).upper(), columns(tokens, at + 1), writes(sql, tokens, body + 1)));
  }

  /** Returns whether a statement that changes rows of its table fires it. */
  public boolean isFiredBy(RowStatement rows) {
    return switch (event) {
      case "INSERT" -> rows.inserts();
      case "UPDATE" ->
          rows.verb().equals("UPDATE")
              && (columns.isEmpty() || columns.stream().anyMatch(column -> sets(rows, column)));
      default -> rows.verb().equals("DELETE");
    };
  }

  private static boolean sets(RowStatement rows, String column) {
    return rows.columns().stream().anyMatch(each -> SqlNames.same(each, column));
  }

  private static List<String> columns(List<Token> tokens, int of) {
    List<String> columns = new ArrayList<>();
    int at = of;
    while (Tokens.isWord(tokens, of, "OF")
        && ++at < tokens.size()
        && !tokens.get(at).isWord("ON")) {
      if (Tokens.isName(tokens.get(at))) {
        columns.add(tokens.get(at).name());
      }
    }
    return columns;
  }

  private static int find(List<Token> tokens, int start, String word) {
    int at = start;
    while (at < tokens.size() && !tokens.get(at).isWord(word)) {
      at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
    }
    return at;
  }

  private static List<String> writes(String sql, List<Token> tokens, int body) {
    List<String> tables = new ArrayList<>();
    int start = body;
    for (int at = body; at < tokens.size(); at++) {
      if (tokens.get(at).kind() == Token.Kind.SEMICOLON) {
        String statement = sql.substring(tokens.get(start).start(), tokens.get(at).start());
        RowStatement.parse(statement).map(RowStatement::table).ifPresent(tables::add);
        start = at + 1;
      }
    }
    return tables.stream().distinct().toList();
  }
}
