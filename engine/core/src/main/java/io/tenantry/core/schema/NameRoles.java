package io.tenantry.core.schema;

import io.tenantry.sql.Keywords;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the words and quoted texts of a CREATE statement stand for, as far as that decides which
 * spellings of them are alike. One thread.
 */
final class NameRoles {
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "TABLE",
          "INDEX",
          "VIEW",
          "TRIGGER",
          "EXISTS",
          "FROM",
          "JOIN",
          "INTO",
          "REFERENCES",
          "COLLATE",
          "CONSTRAINT",
          "OF",
          "USING");

  private final List<Token> tokens;
  private final SchemaNames names;
  private final Set<String> columns;
  private final Role[] roles;

  /** What a token stands for. */
  enum Role {
    /** A name; its case makes no difference. */
    NAME,
    /** A name that becomes the name of a result column. */
    COLUMN,
    /** A string, though it stands in double quotes. */
    STRING,
    /** What stands behind DEFAULT, where names are strings. */
    DEFAULT,
    /** Anything else; a text in single quotes is a string. */
    EXPRESSION
  }

  private NameRoles(SchemaObject object, List<Token> tokens, SchemaNames names) {
    this.tokens = tokens;
    this.names = names;
    this.columns = names.inScope(object, tokens);
    this.roles = new Role[tokens.size()];
    Arrays.fill(roles, Role.EXPRESSION);
  }

  /**
   * Finds out what stands for what.
   *
   * @param tokens those of the object's statement
   * @param names those of its schema
   */
  static NameRoles of(SchemaObject object, List<Token> tokens, SchemaNames names) {
    NameRoles roles = new NameRoles(object, tokens, names);
    for (int i = 0; i < tokens.size(); i++) {
      roles.roles[i] = roles.inGeneral(i);
    }
    switch (object.type()) {
      case TABLE -> roles.table(object.isVirtual());
      case VIEW -> roles.view();
      case INDEX, TRIGGER -> roles.head();
    }
    return roles;
  }

  Role at(int index) {
    return roles[index];
  }

  private Role inGeneral(int i) {
    if (i == 0) {
      return Role.NAME;
    }
    Token token = tokens.get(i);
    Token before = tokens.get(i - 1);
    if (before.isWord("DEFAULT")) {
      return Role.DEFAULT;
    }
    boolean name =
        before.isPunctuation('.')
            || Tokens.isPunctuation(tokens, i + 1, '.')
            || BEFORE_NAMES.contains(before.upper())
            || before.isWord("UPDATE") && Tokens.isWord(tokens, i + 1, "SET");
    if (name || !mayBeString(token)) {
      return name ? Role.NAME : Role.EXPRESSION;
    }
    return isKnown(i, before) ? Role.EXPRESSION : Role.STRING;
  }

  /** SQLite takes what no name in scope fits for a string. */
  private boolean isKnown(int i, Token before) {
    String name = tokens.get(i).name();
    return columns.contains(name)
        || before.isPunctuation(',') && names.isTable(name)
        || Tokens.isPunctuation(tokens, i + 1, '(')
        || endsOperand(before);
  }

  private static boolean mayBeString(Token token) {
    return token.kind() == Token.Kind.QUOTED_NAME && token.source().charAt(token.start()) == '"';
  }

  /** Says whether a token can end an operand, so that a name behind it gives it another name. */
  static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case WORD -> !Keywords.contains(token.text()) || token.isWord("NULL") || token.isWord("END");
      case QUOTED_NAME, STRING, NUMBER, BLOB -> true;
      case PUNCTUATION -> token.isPunctuation(')');
      default -> false;
    };
  }

  private void table(boolean virtual) {
    int open = head();
    if (virtual) {
      arguments(open);
      return;
    }
    int close = Tokens.closing(tokens, open);
    int first = open + 1;
    for (int at = first; at < close; at++) {
      if (tokens.get(at).isPunctuation('(')) {
        at = group(at);
      } else if (tokens.get(at).isPunctuation(',')) {
        first = at + 1;
      } else if (at == first) {
        roles[at] = TableText.startsConstraint(tokens.get(at)) ? Role.EXPRESSION : Role.COLUMN;
      } else if (roles[at] != Role.DEFAULT) {
        roles[at] = Role.NAME;
      }
    }
  }

  /** Marks what stands in parentheses of a table's body; returns where they close. */
  private int group(int open) {
    int close = Tokens.closing(tokens, open);
    Token before = tokens.get(open - 1);
    if (!before.isWord("CHECK") && !before.isWord("AS") && !before.isWord("DEFAULT")) {
      Arrays.fill(roles, open, Math.min(close, roles.length), Role.NAME);
    }
    return close;
  }

  /** Names alone stand before the first parenthesis or the query; returns where that is. */
  private int head() {
    int at = 0;
    while (at < tokens.size()
        && !tokens.get(at).isPunctuation('(')
        && !tokens.get(at).isWord("AS")
        && !tokens.get(at).isWord("BEGIN")
        && !tokens.get(at).isWord("WHEN")) {
      roles[at] = Role.NAME;
      at++;
    }
    return at;
  }

  /** Modules read their arguments themselves. */
  private void arguments(int open) {
    for (int at = open; at < tokens.size(); at++) {
      boolean text = tokens.get(at).kind() == Token.Kind.STRING;
      roles[at] = text ? Role.EXPRESSION : Role.COLUMN;
    }
  }

  private void view() {
    int at = head();
    if (Tokens.isPunctuation(tokens, at, '(')) {
      int close = Tokens.closing(tokens, at);
      Arrays.fill(roles, at, Math.min(close, roles.length), Role.COLUMN);
      at = close;
    }
    for (int i = at + 1; i < tokens.size(); i++) {
      boolean named = Tokens.isWord(tokens, i - 1, "AS") && i > at + 1 || isBareAlias(i);
      if (named && !tokens.get(i).isPunctuation('(') && !Tokens.isWord(tokens, i, "SELECT")) {
        roles[i] = Role.COLUMN;
      }
    }
  }

  private boolean isBareAlias(int i) {
    Token token = tokens.get(i);
    boolean keyword = token.kind() == Token.Kind.WORD && Keywords.contains(token.text());
    return Tokens.isName(token) && !keyword && i > 0 && endsOperand(tokens.get(i - 1));
  }
}
