package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What SQLite can do with one statement, asked before an edit is staged, so that the answer comes
 * at the cell and not after the plan has run.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a> (source of the rules)
 */
record EditRules(WorkspaceSchema base, List<DraftTable> tables, List<SchemaEdit> edits) {
  private static final int LONGEST_NAME = 128;
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_ ]*(\\(\\s*\\d+(\\s*,\\s*\\d+)?\\s*\\))?");
  private static final Pattern CONSTANT =
      Pattern.compile(
          "[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?|[+-]?\\.\\d+|0[xX][0-9a-fA-F]+"
              + "|[xX]?'([^']|'')*'|(?i:null|true|false)");
  private static final Pattern MOMENT =
      Pattern.compile("(?i)current_(timestamp|date|time)|\\(.*\\)", Pattern.DOTALL);
  private static final Set<String> STRICT_TYPES =
      Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  Optional<String> tableName(String name, Optional<Key> self) {
    Optional<String> problem = name(name);
    if (problem.isPresent()) {
      return problem;
    }
    boolean taken =
        tables.stream()
                .filter(table -> !self.equals(Optional.of(table.key())))
                .anyMatch(table -> isLive(table) && same(table.name(), name))
            || base.views().stream().anyMatch(view -> same(view.name(), name))
            || indexNames().stream().anyMatch(index -> same(index, name));
    return when(taken, "workspace.problem.taken", name.strip());
  }

  Optional<String> columnName(Key table, String name, Optional<Key> self) {
    Optional<String> problem = name(name);
    if (problem.isPresent()) {
      return problem;
    }
    boolean taken =
        table(table).live().stream()
            .filter(column -> !self.equals(Optional.of(column.key())))
            .anyMatch(column -> same(column.name(), name));
    return when(taken, "workspace.problem.columnTaken", name.strip());
  }

  Optional<String> column(Key table, ColumnSpec spec, Optional<Key> self) {
    return columnName(table, spec.name(), self)
        .or(() -> type(table(table), spec.type()))
        .or(() -> defaultValue(spec.defaultValue()))
        .or(() -> reference(table, spec))
        .or(() -> table.isAdded() ? Optional.empty() : addable(spec));
  }

  Optional<String> dropColumn(Key table, Key column) {
    DraftTable owner = table(table);
    if (owner.live().size() <= 1) {
      return Optional.of(Text.of("workspace.problem.lastColumn"));
    }
    if (table.isAdded() || column.isAdded()) {
      return Optional.empty();
    }
    String name = column.name();
    return owner.columns().stream()
        .filter(each -> each.key().equals(column))
        .findFirst()
        .flatMap(each -> undroppable(owner, each, name));
  }

  List<DraftTable.Index> indexesOver(Key table, Key column) {
    Set<String> over = new HashSet<>();
    table(table).source().stream()
        .flatMap(source -> source.indexDetails().stream())
        .filter(index -> index.columns().contains(column.name()))
        .forEach(index -> over.add(index.name()));
    return table(table).indexes().stream()
        .filter(index -> index.fate() == Fate.KEPT && over.contains(index.name()))
        .toList();
  }

  Optional<String> index(Key table, String name, List<Key> columns) {
    Optional<String> problem = name(name);
    if (problem.isPresent()) {
      return problem;
    }
    if (columns.isEmpty()) {
      return Optional.of(Text.of("workspace.problem.indexColumns"));
    }
    boolean taken =
        indexNames().stream().anyMatch(index -> same(index, name))
            || tables.stream().anyMatch(other -> isLive(other) && same(other.name(), name));
    return when(taken, "workspace.problem.taken", name.strip());
  }

  Optional<String> warning(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.DropTable drop -> Optional.of(dropWarning(drop));
      case SchemaEdit.DropColumn _ -> Optional.of(Text.of("workspace.warning.dropColumn"));
      case SchemaEdit.AddIndex index when index.unique() && !isNew(index) ->
          Optional.of(Text.of("workspace.warning.uniqueIndex"));
      case SchemaEdit.AddIndex _,
          SchemaEdit.AddTable _,
          SchemaEdit.RenameTable _,
          SchemaEdit.AddColumn _,
          SchemaEdit.RenameColumn _,
          SchemaEdit.DropIndex _ ->
          Optional.empty();
    };
  }

  private boolean isNew(SchemaEdit.AddIndex index) {
    return index.table().isAdded();
  }

  private String dropWarning(SchemaEdit.DropTable drop) {
    List<String> referring = new ArrayList<>();
    for (DraftTable other : tables) {
      boolean refers =
          other.source().stream()
              .flatMap(source -> source.foreignKeys().stream())
              .anyMatch(key -> same(key.table(), drop.table().name()));
      if (refers && isLive(other)) {
        referring.add(other.name());
      }
    }
    return referring.isEmpty()
        ? Text.of("workspace.warning.dropTable")
        : Text.of("workspace.warning.dropReferenced", String.join(", ", referring));
  }

  private static Optional<String> undroppable(
      DraftTable owner, DraftTable.Column column, String name) {
    WorkspaceSchema.Table source = owner.source().orElseThrow();
    boolean foreign = source.foreignKeys().stream().anyMatch(key -> key.columns().contains(name));
    boolean indexed =
        source.indexDetails().stream()
            .anyMatch(index -> index.unique() && index.columns().equals(List.of(name)));
    if (column.keyPlace() > 0) {
      return Optional.of(Text.of("workspace.problem.dropKey", name));
    }
    if (foreign) {
      return Optional.of(Text.of("workspace.problem.dropReference", name));
    }
    return when(column.spec().unique() && !indexed, "workspace.problem.dropUnique", name);
  }

  private static Optional<String> name(String name) {
    String clean = name.strip();
    if (clean.isEmpty()) {
      return Optional.of(Text.of("workspace.problem.noName"));
    }
    if (clean.length() > LONGEST_NAME) {
      return Optional.of(Text.of("workspace.problem.longName", LONGEST_NAME));
    }
    if (clean.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(Text.of("workspace.problem.controlName"));
    }
    boolean reserved = SqlNames.fold(clean).startsWith("sqlite_");
    return when(reserved, "workspace.problem.reservedName");
  }

  private static Optional<String> type(DraftTable table, String type) {
    String clean = type.strip();
    boolean strict = table.source().map(WorkspaceSchema.Table::strict).orElse(false);
    if (strict && !STRICT_TYPES.contains(SqlNames.upper(clean))) {
      return Optional.of(Text.of("workspace.problem.strictType"));
    }
    return when(!clean.isEmpty() && !TYPE.matcher(clean).matches(), "workspace.problem.type");
  }

  private static Optional<String> defaultValue(String value) {
    String clean = value.strip();
    boolean fine =
        clean.isEmpty()
            || CONSTANT.matcher(clean).matches()
            || MOMENT.matcher(clean).matches() && balanced(clean);
    return when(!fine, "workspace.problem.default", clean);
  }

  private static boolean balanced(String text) {
    List<Token> tokens = Token.meaningful(text);
    boolean whole = tokens.stream().noneMatch(token -> token.kind() == Token.Kind.ILLEGAL);
    return whole
        && (!Tokens.isPunctuation(tokens, 0, '(')
            || Tokens.closing(tokens, 0) == tokens.size() - 1);
  }

  private Optional<String> reference(Key table, ColumnSpec spec) {
    if (spec.references().isEmpty()) {
      return Optional.empty();
    }
    Reference wanted = spec.references().get();
    boolean itself =
        same(table(table).name(), wanted.table()) && same(spec.name(), wanted.column());
    boolean known =
        itself
            || tables.stream()
                .filter(other -> isLive(other) && same(other.name(), wanted.table()))
                .flatMap(other -> other.live().stream())
                .anyMatch(column -> same(column.name(), wanted.column()));
    return when(!known, "workspace.problem.reference", wanted.table(), wanted.column());
  }

  private static Optional<String> addable(ColumnSpec spec) {
    String value = spec.defaultValue().strip();
    boolean none = value.isEmpty() || SqlNames.same(value, "null");
    if (spec.primaryKey()) {
      return Optional.of(Text.of("workspace.problem.addKey"));
    }
    if (!spec.nullable() && none) {
      return Optional.of(Text.of("workspace.problem.addNotNull"));
    }
    if (!none && spec.references().isPresent()) {
      return Optional.of(Text.of("workspace.problem.addReferenceDefault"));
    }
    return when(MOMENT.matcher(value).matches(), "workspace.problem.addMoment");
  }

  private List<String> indexNames() {
    return tables.stream()
        .filter(EditRules::isLive)
        .flatMap(table -> table.indexes().stream())
        .filter(index -> index.fate() != Fate.DROPPED)
        .map(DraftTable.Index::name)
        .toList();
  }

  private DraftTable table(Key key) {
    return tables.stream()
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + key));
  }

  private static boolean isLive(DraftTable table) {
    return table.fate() != Fate.DROPPED;
  }

  private static boolean same(String one, String other) {
    return SqlNames.same(one.strip(), other.strip());
  }

  private static Optional<String> when(boolean broken, String key, Object... arguments) {
    if (!broken) {
      return Optional.empty();
    }
    return Optional.of(arguments.length == 0 ? Text.of(key) : Text.of(key, arguments));
  }
}
