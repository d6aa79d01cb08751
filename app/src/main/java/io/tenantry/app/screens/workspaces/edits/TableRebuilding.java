package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.controls.compare.DdlLayout;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the SQL that makes a table anew, for what SQLite cannot change in place: the documented
 * recipe, in a frame that is run as a whole. Views and triggers that read the table make way
 * meanwhile.
 *
 * @param schema the whole schema
 * @param table the table to make anew
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">the recipe</a>
 */
record TableRebuilding(WorkspaceSchema schema, WorkspaceSchema.Table table) {

  /** Writes it, with the caret at a column. */
  PreparedSql at(String column) {
    return written(Text.of("workspace.prepared.rebuild", table.name()), "", column);
  }

  /** Writes it with one more line in the table, a constraint to be written, and the caret in it. */
  PreparedSql withLine(String line, String end) {
    return written(Text.of("workspace.prepared.rebuild", table.name()), line, end);
  }

  private PreparedSql written(String comment, String line, String caretAt) {
    List<String> before = new ArrayList<>();
    before.add("-- " + comment + "\nPRAGMA foreign_keys=OFF");
    before.add("BEGIN");
    views().reversed().forEach(view -> before.add("DROP VIEW " + quoted(view.name())));
    foreignTriggers().forEach(each -> before.add("DROP TRIGGER " + quoted(each.name())));
    String head = joined(before);
    String create = lined(created(), line);
    int caret = head.length() + caret(create, line, caretAt);
    List<String> after = new ArrayList<>();
    after.add(create);
    after.add(copied());
    after.add("DROP TABLE " + quoted(table.name()));
    after.add("ALTER TABLE " + quoted(temporary()) + " RENAME TO " + quoted(table.name()));
    table.indexDetails().forEach(index -> after.add(index.sql()));
    table.triggers().forEach(trigger -> after.add(trigger.sql()));
    foreignTriggers().forEach(trigger -> after.add(trigger.sql()));
    views().forEach(view -> after.add(view.sql()));
    after.add("COMMIT");
    after.add("PRAGMA foreign_keys=ON");
    return new PreparedSql(head + joined(after), caret);
  }

  private static String joined(List<String> statements) {
    return statements.stream().map(sql -> sql.strip() + ";\n").collect(Collectors.joining());
  }

  /** The CREATE statement under the temporary name, a line for each column. */
  private String created() {
    String sql = DdlLayout.of(table.sql());
    List<Token> tokens = Token.meaningful(sql);
    int at = 1;
    while (at < tokens.size() && !tokens.get(at - 1).isWord("TABLE")) {
      at++;
    }
    if (Tokens.isWord(tokens, at, "IF")) {
      at += 3;
    }
    Token name = tokens.get(at);
    return sql.substring(0, name.start()) + quoted(temporary()) + sql.substring(name.end());
  }

  private static String lined(String create, String line) {
    if (line.isEmpty()) {
      return create;
    }
    List<Token> tokens = Token.meaningful(create);
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isPunctuation('(')) {
      open++;
    }
    int close = Tokens.closing(tokens, open);
    int last = tokens.get(close - 1).end();
    return create.substring(0, last) + ",\n  " + line + create.substring(last);
  }

  /** The place of a column's name in the list of columns, or the end of the line that was added. */
  private static int caret(String create, String line, String column) {
    if (!line.isEmpty()) {
      return create.indexOf(line) + line.length() - column.length();
    }
    List<Token> tokens = Token.meaningful(create);
    int depth = 0;
    for (int at = 0; at + 1 < tokens.size(); at++) {
      depth += tokens.get(at).isPunctuation('(') ? 1 : tokens.get(at).isPunctuation(')') ? -1 : 0;
      boolean begins = tokens.get(at).isPunctuation('(') || tokens.get(at).isPunctuation(',');
      if (begins && depth == 1 && SqlNames.same(tokens.get(at + 1).name(), column)) {
        return tokens.get(at + 1).start();
      }
    }
    return 0;
  }

  private String copied() {
    String columns =
        table.columns().stream()
            .filter(column -> !column.generated())
            .map(column -> quoted(column.name()))
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s)\n  SELECT %s FROM %s"
        .formatted(quoted(temporary()), columns, columns, quoted(table.name()));
  }

  private String temporary() {
    String name = table.name() + "_new";
    while (isTaken(name)) {
      name += "_";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return schema.tables().stream().anyMatch(each -> SqlNames.same(each.name(), name))
        || schema.views().stream().anyMatch(each -> SqlNames.same(each.name(), name));
  }

  private List<WorkspaceSchema.View> views() {
    return schema.views().stream().filter(view -> mentions(view.sql())).toList();
  }

  private List<WorkspaceSchema.Trigger> foreignTriggers() {
    return schema.tables().stream()
        .filter(other -> !other.name().equals(table.name()))
        .flatMap(other -> other.triggers().stream())
        .filter(trigger -> mentions(trigger.sql()))
        .toList();
  }

  private boolean mentions(String sql) {
    return Token.meaningful(sql).stream()
        .filter(Tokens::isName)
        .anyMatch(token -> SqlNames.same(token.name(), table.name()));
  }

  private static String quoted(String name) {
    return SqlNames.quoteIfNeeded(name);
  }

  /** Returns the table of a schema by its name. */
  static Optional<TableRebuilding> of(WorkspaceSchema schema, String name) {
    return schema.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .map(table -> new TableRebuilding(schema, table));
  }
}
