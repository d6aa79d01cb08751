package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.sql.DataVerb;
import io.tenantry.sql.ReadingPragma;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Set;

/**
 * Decides what SQL may reach a workspace's database: what a tenant may do, plus schema changes that
 * can be deployed, plus PRAGMAs that only read. Any thread.
 */
public final class WorkspaceGate {
  private static final Set<String> OBJECTS = Set.of("TABLE", "INDEX", "VIEW", "TRIGGER");
  private static final Set<String> MODULES = Set.of("fts5", "rtree", "rtree_i32");
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
    return statement.verb().equals("PRAGMA") && Tokens.isWord(tokens, 1, "FOREIGN_KEYS");
  }

  private static StatementKind otherKind(SqlStatement statement, List<Token> tokens) {
    if (DataVerb.afterExplain(tokens) > 0) {
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
    if (Tokens.isWord(tokens, 1, "TEMP") || Tokens.isWord(tokens, 1, "TEMPORARY")) {
      throw Refusal.notAllowed("CREATE TEMP", EXPLANATION + "; it could not be deployed");
    }
    if (Tokens.isWord(tokens, 1, "VIRTUAL")) {
      checkModule(tokens);
      checkObject(tokens, 2);
      return;
    }
    checkObject(tokens, Tokens.isWord(tokens, 1, "UNIQUE") ? 2 : 1);
  }

  private static void checkModule(List<Token> tokens) {
    for (int i = 3; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("USING")) {
        String module = SqlNames.fold(tokens.get(i + 1).name());
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
    if (Tokens.isWord(tokens, name, "IF")) {
      name += Tokens.isWord(tokens, name + 1, "NOT") ? 3 : 2;
    }
    boolean qualified = Tokens.isPunctuation(tokens, name + 1, '.');
    if (qualified && SqlNames.same(tokens.get(name).name(), "temp")) {
      throw Refusal.notAllowed("schema temp", EXPLANATION + "; it could not be deployed");
    }
  }

  private static void checkPragma(List<Token> tokens) {
    String pragma =
        ReadingPragma.name(tokens)
            .orElseThrow(() -> Refusal.notAllowed("PRAGMA without a name", EXPLANATION));
    if (!ReadingPragma.matches(tokens)) {
      String value = ReadingPragma.isAlone(tokens) ? "" : " with a value";
      throw Refusal.notAllowed("PRAGMA " + pragma + value, EXPLANATION);
    }
  }
}
