package io.tenantry.core.schema;

import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the text of a CREATE TABLE what no pragma tells. */
public final class TableText {
  private static final Set<String> CONSTRAINTS =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  private static final Set<String> RESTRICTING =
      Set.of("CHECK", "UNIQUE", "REFERENCES", "PRIMARY", "FOREIGN");

  private final String sql;
  private final List<Token> tokens;

  /** Reads a statement. */
  public TableText(String sql) {
    this.sql = sql;
    this.tokens = Token.meaningful(sql);
  }

  /** Returns the statement with another name of the table; no qualifier is ever stored. */
  public String named(String name) {
    Token old = tokens.get(nameAt());
    return sql.substring(0, old.start()) + SqlNames.quoteIfNeeded(name) + sql.substring(old.end());
  }

  private int nameAt() {
    int at = 0;
    while (!tokens.get(at).isWord("TABLE")) {
      at++;
    }
    return at + 1;
  }

  /** Returns the definition of a column, its name included. */
  public Optional<Item> column(String name) {
    return items().stream()
        .filter(item -> !item.isConstraint() && SqlNames.same(item.name(), name))
        .findFirst();
  }

  /** Returns those definitions that restrict what rows may hold, each in one spelling. */
  public Set<String> restrictions() {
    return items().stream()
        .filter(item -> item.tokens().stream().anyMatch(TableText::restricts))
        .map(Item::spelling)
        .collect(Collectors.toSet());
  }

  private static boolean restricts(Token token) {
    return token.kind() == Token.Kind.WORD && RESTRICTING.contains(token.upper());
  }

  /** Returns whether the table remembers the greatest number it ever gave. */
  public boolean isAutoIncrement() {
    return tokens.stream().anyMatch(token -> token.isWord("AUTOINCREMENT"));
  }

  /** Returns the names of the columns, in order. */
  List<String> columnNames() {
    return items().stream().filter(item -> !item.isConstraint()).map(Item::name).toList();
  }

  /** Says whether a definition that begins with a token is a constraint of the table. */
  static boolean startsConstraint(Token first) {
    return first.kind() == Token.Kind.WORD && CONSTRAINTS.contains(first.upper());
  }

  private List<Item> items() {
    int open = nameAt();
    while (open < tokens.size() && !tokens.get(open).isPunctuation('(')) {
      open++;
    }
    int close = Tokens.closing(tokens, open);
    List<Item> items = new ArrayList<>();
    int start = open + 1;
    for (int at = start; at <= close && at <= tokens.size(); at++) {
      if (at == close || tokens.get(at).isPunctuation(',')) {
        if (at > start) {
          items.add(new Item(sql, List.copyOf(tokens.subList(start, at))));
        }
        start = at + 1;
      } else if (tokens.get(at).isPunctuation('(')) {
        at = Tokens.closing(tokens, at);
      }
    }
    return items;
  }

  /** What stands between two commas of the body. */
  public record Item(String sql, List<Token> tokens) {
    boolean isConstraint() {
      return startsConstraint(tokens.getFirst());
    }

    String name() {
      return tokens.getFirst().name();
    }

    /** Returns it as it is written. */
    public String text() {
      return sql.substring(tokens.getFirst().start(), tokens.getLast().end());
    }

    /** Returns whether it has a word. */
    public boolean has(String word) {
      return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    String spelling() {
      return tokens.stream().map(Token::upper).collect(Collectors.joining(" "));
    }
  }
}
