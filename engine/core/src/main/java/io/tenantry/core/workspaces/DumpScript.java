package io.tenantry.core.workspaces;

import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what SQLite's own tools write of virtual tables: their CREATE statements go into
 * sqlite_schema behind {@code writable_schema}, and their rows lie in the tables of their modules.
 * Here they are said in words that need no such door. One thread.
 */
final class DumpScript {
  private static final Set<String> SCHEMA_TABLES = Set.of("sqlite_master", "sqlite_schema");
  private static final Set<String> INSERTS = Set.of("INSERT", "REPLACE");
  private static final int HEAD = 400;

  private final List<SqlStatement> statements;
  private final Map<String, DumpedTable> tables = new HashMap<>();
  private final Map<String, DumpedTable> keepers = new HashMap<>();

  /** Folded names of all tables that the script puts rows into, when it makes virtual ones. */
  private final Set<String> filled = new HashSet<>();

  private DumpScript(List<SqlStatement> statements) {
    this.statements = statements;
  }

  /** Reads a script. */
  static DumpScript of(List<SqlStatement> script) {
    DumpScript dump = new DumpScript(script.stream().map(DumpScript::made).toList());
    dump.statements.stream()
        .filter(statement -> statement.verb().equals("CREATE"))
        .flatMap(statement -> DumpedTable.read(statement.text()).stream())
        .forEach(dump::add);
    if (!dump.tables.isEmpty()) {
      dump.statements.forEach(statement -> dump.inserted(statement).ifPresent(dump.filled::add));
    }
    return dump;
  }

  private void add(DumpedTable table) {
    tables.put(SqlNames.fold(table.name()), table);
    table.keepers().forEach(keeper -> keepers.put(keeper, table));
  }

  /** The statement that a row of sqlite_schema stands for. */
  private static SqlStatement made(SqlStatement statement) {
    if (!INSERTS.contains(statement.verb()) || !namesSchema(statement.text())) {
      return statement;
    }
    List<Token> tokens = statement.tokens();
    boolean schema =
        Tokens.isWord(tokens, 1, "INTO")
            && tokens.size() > 4
            && SCHEMA_TABLES.contains(SqlNames.fold(tokens.get(2).name()));
    return schema
        ? tokens.stream()
            .filter(token -> token.kind() == Token.Kind.STRING)
            .map(Token::name)
            .filter(text -> DumpedTable.read(text).isPresent())
            .findFirst()
            .map(sql -> new SqlStatement(sql, statement.offset(), statement.line(), "CREATE"))
            .orElse(statement)
        : statement;
  }

  private static boolean namesSchema(String sql) {
    String head = SqlNames.fold(sql.substring(0, Math.min(HEAD, sql.length())));
    return SCHEMA_TABLES.stream().anyMatch(head::contains);
  }

  private Optional<String> inserted(SqlStatement statement) {
    if (!INSERTS.contains(statement.verb())) {
      return Optional.empty();
    }
    String head = statement.text().substring(0, Math.min(HEAD, statement.text().length()));
    List<Token> tokens = Token.meaningful(head);
    return Tokens.isWord(tokens, 1, "INTO") && tokens.size() > 2
        ? Optional.of(SqlNames.fold(tokens.get(2).name()))
        : Optional.empty();
  }

  /** Returns the statements to run, but for those that are passed over. */
  List<SqlStatement> statements() {
    return statements;
  }

  /** Returns why a statement about a virtual table is passed over, or empty when it has to run. */
  Optional<String> skipReason(SqlStatement statement) {
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    if (statement.verb().equals("CREATE")) {
      return Optional.ofNullable(keepers.get(created(statement)))
          .map(table -> "it comes with " + table.name());
    }
    return inserted(statement).flatMap(this::rowsReason);
  }

  private Optional<String> rowsReason(String name) {
    DumpedTable keeper = keepers.get(name);
    if (keeper != null && keeper.keepsNoTexts()) {
      return Optional.of(keeper.name() + " has no texts to make its index of, so it stays empty");
    }
    if (keeper != null) {
      boolean index = keeper.searchesText() && !keeper.isContent(name);
      boolean twice = !keeper.searchesText() && filled.contains(SqlNames.fold(keeper.name()));
      return index || twice
          ? Optional.of(keeper.name() + " makes it of its rows")
          : Optional.empty();
    }
    DumpedTable table = tables.get(name);
    boolean twice =
        table != null
            && table.searchesText()
            && filled.contains(SqlNames.fold(table.name() + "_content"));
    return twice ? Optional.of("the rows come with their numbers") : Optional.empty();
  }

  private static String created(SqlStatement statement) {
    String text = statement.text();
    List<Token> tokens = Token.meaningful(text.substring(0, Math.min(HEAD, text.length())));
    int name = Tokens.isWord(tokens, 2, "IF") ? 5 : 2;
    return Tokens.isWord(tokens, 1, "TABLE") && name < tokens.size()
        ? SqlNames.fold(tokens.get(name).name())
        : "";
  }

  /** Returns whether a statement gives a virtual table what its module keeps. */
  boolean isForModule(SqlStatement statement) {
    return inserted(statement).map(keepers::get).isPresent();
  }

  /** Returns a statement that puts the same rows where they belong. */
  SqlStatement readable(SqlStatement statement) {
    DumpedTable keeper =
        keepers.isEmpty() ? null : inserted(statement).map(keepers::get).orElse(null);
    if (keeper == null) {
      return statement;
    }
    List<Token> tokens = statement.tokens();
    String text =
        keeper.searchesText()
            ? keeper.insertion() + statement.text().substring(tokens.get(3).start())
            : "REPLACE INTO " + statement.text().substring(tokens.get(2).start());
    return new SqlStatement(text, statement.offset(), statement.line(), "INSERT");
  }

  /** Returns the commands that fill indexes over other tables, to run at the end. */
  List<SqlStatement> fillings() {
    List<SqlStatement> fillings = new ArrayList<>();
    for (DumpedTable table : tables.values()) {
      if (table.isIndexOfAnother() && table.keepers().anyMatch(filled::contains)) {
        fillings.add(new SqlStatement(table.filling(), 0, 1, "INSERT"));
      }
    }
    return fillings;
  }
}
