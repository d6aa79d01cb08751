package io.tenantry.core.schema;

import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of tables, views and their columns, by which SQLite tells whether a text in double
 * quotes is one of them or a string. One thread.
 */
final class SchemaNames {
  private static final List<String> ROWID = List.of("rowid", "oid", "_rowid_");

  private final Map<String, SchemaObject> tables = new TreeMap<>(SqlNames.ORDER);
  private final Map<String, Set<String>> columns = new TreeMap<>(SqlNames.ORDER);

  SchemaNames(List<SchemaObject> objects) {
    objects.stream()
        .filter(object -> object.type() == Type.TABLE || object.type() == Type.VIEW)
        .forEach(object -> tables.put(object.name(), object));
  }

  boolean isTable(String name) {
    return tables.containsKey(name);
  }

  /** Returns the names that columns can have in the statement of an object. */
  Set<String> inScope(SchemaObject object, List<Token> statement) {
    Set<String> names = SqlNames.set(ROWID);
    switch (object.type()) {
      case TABLE, INDEX -> names.addAll(columnsOf(object.table()));
      case VIEW, TRIGGER -> {
        statement.stream()
            .filter(Tokens::isName)
            .map(Token::name)
            .filter(tables::containsKey)
            .forEach(table -> names.addAll(columnsOf(table)));
        names.addAll(aliases(statement));
      }
    }
    return names;
  }

  private Set<String> columnsOf(String table) {
    Set<String> known = columns.get(table);
    if (known != null) {
      return known;
    }
    columns.put(table, Set.of()); // a view that names itself
    SchemaObject object = tables.get(table);
    Set<String> found = object == null ? Set.of() : read(object);
    columns.put(table, found);
    return found;
  }

  private Set<String> read(SchemaObject object) {
    if (object.type() == Type.VIEW) {
      return inScope(object, Token.meaningful(object.sql()));
    }
    return object.isVirtual()
        ? arguments(Token.meaningful(object.sql()))
        : SqlNames.set(new TableText(object.sql()).columnNames());
  }

  /** Modules name columns among their arguments. */
  private static Set<String> arguments(List<Token> tokens) {
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isPunctuation('(')) {
      open++;
    }
    Set<String> names = SqlNames.set(List.of("rank"));
    tokens.subList(open, tokens.size()).stream()
        .filter(Tokens::isName)
        .forEach(token -> names.add(token.name()));
    return names;
  }

  /** What a statement names itself: behind AS, and in the lists before it. */
  private static Set<String> aliases(List<Token> tokens) {
    Set<String> names = SqlNames.set();
    int open = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isPunctuation('(')) {
        open = i;
      } else if (token.isWord("AS")) {
        if (Tokens.isName(tokens.get(i + 1))) {
          names.add(tokens.get(i + 1).name());
        }
        if (i > 0 && tokens.get(i - 1).isPunctuation(')')) {
          tokens.subList(open, i).stream()
              .filter(Tokens::isName)
              .forEach(each -> names.add(each.name()));
        }
      }
    }
    return names;
  }
}
