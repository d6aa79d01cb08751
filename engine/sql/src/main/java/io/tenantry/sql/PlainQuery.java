package io.tenantry.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A SELECT from one table, read so far that it can be said what becomes of the table's columns.
 *
 * @param items what it selects, in order
 * @param table the table it selects from
 * @param allRows whether it surely gives one row for each row of the table
 */
public record PlainQuery(List<Item> items, String table, boolean allRows) {
  private static final Set<String> COMPOUND = Set.of("UNION", "INTERSECT", "EXCEPT", "JOIN");
  private static final Set<String> KEEPS_VALUES = Set.of("COALESCE", "IFNULL");

  /** Copies the items. */
  public PlainQuery {
    items = List.copyOf(items);
  }

  /** One item of the list. */
  public sealed interface Item {}

  /** All columns: {@code *} or {@code t.*}. */
  public record All() implements Item {}

  /**
   * A column as it is, or with something else where it is NULL.
   *
   * @param name the column
   * @param filled whether something else stands where it is NULL
   */
  public record Column(String name, boolean filled) implements Item {}

  /**
   * Something worked out.
   *
   * @param names every name in it, columns and others
   */
  public record Expression(List<String> names) implements Item {
    /** Copies the names. */
    public Expression {
      names = List.copyOf(names);
    }
  }

  /** Reads a query; empty when it is no SELECT from exactly one table. */
  public static Optional<PlainQuery> parse(List<Token> query) {
    if (!Tokens.isWord(query, 0, "SELECT")) {
      return Optional.empty();
    }
    boolean distinct = Tokens.isWord(query, 1, "DISTINCT");
    int first = distinct || Tokens.isWord(query, 1, "ALL") ? 2 : 1;
    int from = find(query, first, "FROM");
    if (from >= query.size() - 1 || !Tokens.isName(query.get(from + 1))) {
      return Optional.empty();
    }
    int table = Tokens.isPunctuation(query, from + 2, '.') ? from + 3 : from + 1;
    int rest = afterAlias(query, table + 1);
    if (table >= query.size() || isSeveral(query.subList(rest, query.size()))) {
      return Optional.empty();
    }
    boolean aggregates = query.subList(first, from).stream().anyMatch(PlainQuery::isAggregate);
    return Optional.of(
        new PlainQuery(
            items(query.subList(first, from)),
            query.get(table).name(),
            !distinct && !aggregates && onlyOrders(query.subList(rest, query.size()))));
  }

  private static int find(List<Token> tokens, int start, String word) {
    int at = start;
    while (at < tokens.size() && !tokens.get(at).isWord(word)) {
      at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
    }
    return at;
  }

  static int afterAlias(List<Token> tokens, int start) {
    if (Tokens.isWord(tokens, start, "AS")) {
      return Math.min(start + 2, tokens.size());
    }
    boolean alias =
        start < tokens.size()
            && Tokens.isName(tokens.get(start))
            && !Keywords.contains(tokens.get(start).text());
    return Math.min(alias ? start + 1 : start, tokens.size());
  }

  private static boolean isSeveral(List<Token> rest) {
    int depth = 0;
    for (Token token : rest) {
      depth += token.isPunctuation('(') ? 1 : token.isPunctuation(')') ? -1 : 0;
      if (depth == 0 && COMPOUND.contains(token.upper())) {
        return true;
      }
    }
    return !rest.isEmpty() && rest.getFirst().isPunctuation(',');
  }

  private static boolean onlyOrders(List<Token> rest) {
    boolean orders = rest.isEmpty() || rest.getFirst().isWord("ORDER");
    return orders && find(rest, 0, "LIMIT") == rest.size();
  }

  /** One row for many: those functions of SQLite that are only aggregates. */
  private static boolean isAggregate(Token token) {
    return switch (token.upper()) {
      case "COUNT", "SUM", "TOTAL", "AVG", "GROUP_CONCAT", "STRING_AGG", "MIN", "MAX" -> true;
      default ->
          token.upper().startsWith("JSON_GROUP_") || token.upper().startsWith("JSONB_GROUP_");
    };
  }

  private static List<Item> items(List<Token> list) {
    return split(list).stream().map(PlainQuery::item).toList();
  }

  /** Splits a list at its commas. */
  static List<List<Token>> split(List<Token> list) {
    List<List<Token>> items = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at <= list.size()) {
      if (at == list.size() || list.get(at).isPunctuation(',')) {
        items.add(list.subList(start, at));
        start = at + 1;
      }
      at = at < list.size() ? Math.max(at + 1, Tokens.afterGroup(list, at)) : at + 1;
    }
    return items;
  }

  private static Item item(List<Token> given) {
    List<Token> tokens = withoutAlias(given);
    if (!tokens.isEmpty() && tokens.getLast().isPunctuation('*') && tokens.size() <= 3) {
      return new All();
    }
    Optional<String> column = column(tokens);
    if (column.isEmpty()
        && !tokens.isEmpty()
        && KEEPS_VALUES.contains(tokens.getFirst().upper())
        && Tokens.isPunctuation(tokens, 1, '(')) {
      int comma = 2;
      while (comma < tokens.size() && !tokens.get(comma).isPunctuation(',')) {
        comma = Math.max(comma + 1, Tokens.afterGroup(tokens, comma));
      }
      boolean whole = Tokens.closing(tokens, 1) == tokens.size() - 1;
      column = whole ? column(tokens.subList(2, comma)) : column;
    }
    boolean filled = tokens.size() > 3;
    return column
        .<Item>map(name -> new Column(name, filled))
        .orElseGet(() -> new Expression(names(tokens)));
  }

  static List<Token> withoutAlias(List<Token> item) {
    int as = find(item, 0, "AS");
    if (as < item.size()) {
      return item.subList(0, as);
    }
    boolean bare =
        item.size() >= 2
            && Tokens.isName(item.getLast())
            && (Tokens.isName(item.get(item.size() - 2))
                || item.get(item.size() - 2).isPunctuation(')'))
            && !Keywords.contains(item.getLast().text());
    return bare ? item.subList(0, item.size() - 1) : item;
  }

  /** A name, with a table in front or not; a text in double quotes may be one. */
  private static Optional<String> column(List<Token> tokens) {
    boolean isColumn =
        switch (tokens.size()) {
          case 1 -> isColumnName(tokens.getFirst());
          case 3 -> isColumnName(tokens.getLast()) && tokens.get(1).isPunctuation('.');
          default -> false;
        };
    return isColumn ? Optional.of(tokens.getLast().name()) : Optional.empty();
  }

  static boolean isColumnName(Token token) {
    boolean literal = token.kind() == Token.Kind.STRING || token.isWord("NULL");
    return Tokens.isName(token) && !literal;
  }

  private static List<String> names(List<Token> tokens) {
    return tokens.stream().filter(PlainQuery::isColumnName).map(Token::name).toList();
  }
}
