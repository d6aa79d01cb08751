package io.tenantry.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A SELECT whose rows come from named tables or views alone, joined or not, read so far that it can
 * be said which of their columns it gives as they are.
 *
 * @param items what it selects, in order
 * @param sources what it selects from, in order
 * @param merges whether a join makes one column of two (USING, NATURAL)
 */
public record JoinedQuery(List<Item> items, List<Source> sources, boolean merges) {
  private static final Set<String> COMPOUND = Set.of("UNION", "INTERSECT", "EXCEPT");
  private static final Set<String> MERGES = Set.of("USING", "NATURAL");
  private static final Set<String> ENDS =
      Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT");

  /** Copies the lists. */
  public JoinedQuery {
    items = List.copyOf(items);
    sources = List.copyOf(sources);
  }

  /**
   * A table or view.
   *
   * @param name its name
   * @param called what columns say in front of them: its alias, or else its name
   */
  public record Source(String name, String called) {}

  /** One item of the list. */
  public sealed interface Item {
    /** Returns the source that it names, as that is called; empty when it names none. */
    String source();
  }

  /** All columns of one source, or of all of them. */
  public record All(String source) implements Item {}

  /** A column as it is. */
  public record Column(String source, String name) implements Item {}

  /** Something worked out. */
  public record Other() implements Item {
    @Override
    public String source() {
      return "";
    }
  }

  /** Reads a query; empty for compound ones, and for those that select from queries. */
  public static Optional<JoinedQuery> parse(List<Token> query) {
    if (!Tokens.isWord(query, 0, "SELECT") || find(query, COMPOUND, 0) < query.size()) {
      return Optional.empty();
    }
    int first = Tokens.isWord(query, 1, "DISTINCT") || Tokens.isWord(query, 1, "ALL") ? 2 : 1;
    int from = find(query, Set.of("FROM"), first);
    int end = find(query, ENDS, from);
    List<Source> sources = new ArrayList<>();
    int at = from;
    while (at < end) {
      if (!startsSource(query.get(at))) {
        at = Math.max(at + 1, Tokens.afterGroup(query, at));
        continue;
      }
      Optional<Source> source = source(query, at + 1);
      if (source.isEmpty()) {
        return Optional.empty();
      }
      sources.add(source.get());
      at++;
    }
    List<Item> items =
        PlainQuery.split(query.subList(first, from)).stream().map(JoinedQuery::item).toList();
    boolean merges = query.subList(from, end).stream().anyMatch(JoinedQuery::isMerging);
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(new JoinedQuery(items, sources, merges));
  }

  private static int find(List<Token> tokens, Set<String> words, int start) {
    int at = start;
    while (at < tokens.size() && !isOneOf(tokens.get(at), words)) {
      at = Math.max(at + 1, Tokens.afterGroup(tokens, at));
    }
    return at;
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == Token.Kind.WORD && words.contains(token.upper());
  }

  private static boolean startsSource(Token token) {
    return token.isWord("FROM") || token.isWord("JOIN") || token.isPunctuation(',');
  }

  private static boolean isMerging(Token token) {
    return isOneOf(token, MERGES);
  }

  private static Optional<Source> source(List<Token> query, int start) {
    int name = Tokens.isPunctuation(query, start + 1, '.') ? start + 2 : start;
    boolean named = name < query.size() && Tokens.isName(query.get(name));
    if (!named || Tokens.isPunctuation(query, name + 1, '(')) {
      return Optional.empty();
    }
    int end = PlainQuery.afterAlias(query, name + 1);
    return Optional.of(new Source(query.get(name).name(), query.get(end - 1).name()));
  }

  private static Item item(List<Token> given) {
    List<Token> tokens = PlainQuery.withoutAlias(given);
    boolean qualified = tokens.size() == 3 && tokens.get(1).isPunctuation('.');
    if (tokens.size() != 1 && !qualified) {
      return new Other();
    }
    String source = qualified ? tokens.getFirst().name() : "";
    Token last = tokens.getLast();
    if (last.isPunctuation('*')) {
      return new All(source);
    }
    return PlainQuery.isColumnName(last) ? new Column(source, last.name()) : new Other();
  }
}
