package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.sqlite.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what SQL may reach a workspace's database: what a tenant may do, plus schema changes that
 * can be deployed, plus PRAGMAs that only read. Any thread.
 */
public final class WorkspaceGate {
  private static final Set<String> OBJECTS = Set.of("TABLE", "INDEX", "VIEW", "TRIGGER");
  private static final Set<String> MODULES = Set.of("fts5", "rtree", "rtree_i32");
  private static final Set<String> PRAGMAS_WITH_ARGUMENT =
      Set.of(
          "table_info",
          "table_xinfo",
          "table_list",
          "index_list",
          "index_info",
          "index_xinfo",
          "foreign_key_list",
          "foreign_key_check",
          "integrity_check",
          "quick_check");
  private static final Set<String> PRAGMAS_ALONE =
      Set.of(
          "application_id",
          "collation_list",
          "compile_options",
          "data_version",
          "encoding",
          "foreign_keys",
          "freelist_count",
          "function_list",
          "journal_mode",
          "module_list",
          "page_count",
          "page_size",
          "pragma_list",
          "schema_version",
          "user_version");
  private static final Set<String> FRAMING = Set.of("BEGIN", "COMMIT", "END");
  private static final String EXPLANATION = " in workspaces";

  private WorkspaceGate() {}

  /**
   * Lets one statement of a script pass or refuses it.
   *
   * @throws EngineException BAD_REQUEST for transaction control, ATTACH, VACUUM, ANALYZE, REINDEX,
   *     temporary objects, virtual tables of other modules than FTS5 and R-tree, PRAGMAs that may
   *     write (details {@code word})
   */
  public static GatedStatement check(SqlStatement statement) {
    List<Token> tokens = statement.tokens();
    return DataStatements.pass(statement, tokens)
        .orElseGet(
            () ->
                new GatedStatement(
                    statement.text(), otherKind(statement, tokens), statement.verb()));
  }

  /**
   * Tells whether a statement only frames a dump: BEGIN, COMMIT, END, {@code PRAGMA
   * foreign_keys=…}. An import runs in one transaction of its own and skips these.
   */
  public static boolean isDumpFraming(SqlStatement statement) {
    if (FRAMING.contains(statement.verb())) {
      return true;
    }
    List<Token> tokens = statement.tokens();
    return statement.verb().equals("PRAGMA") && DataStatements.isWord(tokens, 1, "FOREIGN_KEYS");
  }

  private static StatementKind otherKind(SqlStatement statement, List<Token> tokens) {
    if (DataStatements.afterExplain(tokens) > 0) {
      throw Refusal.notAllowed("EXPLAIN of this statement", EXPLANATION);
    }
    switch (statement.verb()) {
      case "CREATE" -> checkCreate(tokens);
      case "DROP" -> checkObject(tokens, 1);
      case "ALTER" -> checkObject(tokens, 1);
      case "PRAGMA" -> {
        checkPragma(tokens);
        return StatementKind.READ;
      }
      default -> throw Refusal.notAllowed(firstWord(tokens), EXPLANATION);
    }
    return StatementKind.SCHEMA;
  }

  private static String firstWord(List<Token> tokens) {
    return tokens.getFirst().upper();
  }

  private static void checkCreate(List<Token> tokens) {
    if (DataStatements.isWord(tokens, 1, "TEMP") || DataStatements.isWord(tokens, 1, "TEMPORARY")) {
      throw Refusal.notAllowed("CREATE TEMP", EXPLANATION + "; it could not be deployed");
    }
    if (DataStatements.isWord(tokens, 1, "VIRTUAL")) {
      checkModule(tokens);
      checkObject(tokens, 2);
      return;
    }
    checkObject(tokens, DataStatements.isWord(tokens, 1, "UNIQUE") ? 2 : 1);
  }

  private static void checkModule(List<Token> tokens) {
    for (int i = 3; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("USING")) {
        String module = tokens.get(i + 1).name().toLowerCase(Locale.ROOT);
        if (MODULES.contains(module)) {
          return;
        }
        throw Refusal.notAllowed("virtual table module " + module, EXPLANATION);
      }
    }
    throw Refusal.notAllowed("virtual table without a module", EXPLANATION);
  }

  /** The word at {@code index} names a kind of object; its name must not lie in schema temp. */
  private static void checkObject(List<Token> tokens, int index) {
    if (index >= tokens.size() || !OBJECTS.contains(tokens.get(index).upper())) {
      String second = index < tokens.size() ? " " + tokens.get(index).upper() : "";
      throw Refusal.notAllowed(firstWord(tokens) + second, EXPLANATION);
    }
    int name = index + 1;
    if (DataStatements.isWord(tokens, name, "IF")) {
      name += DataStatements.isWord(tokens, name + 1, "NOT") ? 3 : 2;
    }
    boolean qualified = DataStatements.isPunctuation(tokens, name + 1, '.');
    if (qualified && tokens.get(name).name().equalsIgnoreCase("temp")) {
      throw Refusal.notAllowed("schema temp", EXPLANATION + "; it could not be deployed");
    }
  }

  private static void checkPragma(List<Token> tokens) {
    int name = DataStatements.isPunctuation(tokens, 2, '.') ? 3 : 1;
    if (name >= tokens.size() || tokens.get(name).kind() != Kind.WORD) {
      throw Refusal.notAllowed("PRAGMA without a name", EXPLANATION);
    }
    String pragma = tokens.get(name).text().toLowerCase(Locale.ROOT);
    boolean alone = name == tokens.size() - 1;
    boolean reads = PRAGMAS_WITH_ARGUMENT.contains(pragma);
    if (!reads && !(alone && PRAGMAS_ALONE.contains(pragma))) {
      throw Refusal.notAllowed("PRAGMA " + pragma + (alone ? "" : " with a value"), EXPLANATION);
    }
  }
}
