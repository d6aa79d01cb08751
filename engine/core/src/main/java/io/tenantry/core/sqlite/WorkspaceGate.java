package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.sql.DataVerb;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.ReadingPragma;
import io.tenantry.sql.SettingPragma;
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
  private static final Set<String> MODULES = Set.of("fts3", "fts4", "fts5", "rtree", "rtree_i32");
  private static final Set<String> FRAMING =
      Set.of("BEGIN", "COMMIT", "END", "SAVEPOINT", "RELEASE");
  private static final String EXPLANATION = " in workspaces";

  private WorkspaceGate() {}

  /**
   * As {@link #checkKeeper}; running it is refused when it changes or drops what a virtual table
   * keeps.
   */
  public static GatedStatement check(SqlStatement statement) {
    return checkKeeper(statement).sparing(ShadowTables.touched(statement));
  }

  /**
   * Lets one statement of a script pass or refuses it.
   *
   * @throws EngineException BAD_REQUEST for transaction control, ATTACH, VACUUM, ANALYZE, REINDEX,
   *     temporary objects but tables, virtual tables of other modules than FTS and R-tree, PRAGMAs
   *     that may write (details {@code word})
   */
  public static GatedStatement checkKeeper(SqlStatement statement) {
    List<Token> tokens = statement.tokens();
    if (statement.verb().equals("PRAGMA")) {
      return pragma(statement, tokens);
    }
    return DataStatements.pass(statement, tokens)
        .orElseGet(
            () ->
                new GatedStatement(
                    statement.text(), otherKind(statement, tokens), statement.verb()));
  }

  /**
   * Tells whether a statement only frames a dump: BEGIN, COMMIT, END, SAVEPOINT, RELEASE, {@code
   * PRAGMA foreign_keys=…}. An import runs in one transaction of its own and skips these.
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
      default -> throw Refusal.notAllowed(firstWord(tokens), EXPLANATION);
    }
    return StatementKind.SCHEMA;
  }

  private static String firstWord(List<Token> tokens) {
    return tokens.getFirst().upper();
  }

  private static void checkCreate(List<Token> tokens) {
    if (Tokens.isWord(tokens, 1, "TEMP") || Tokens.isWord(tokens, 1, "TEMPORARY")) {
      checkTemporary(tokens);
      return;
    }
    if (Tokens.isWord(tokens, 1, "VIRTUAL")) {
      checkModule(tokens);
      checkObject(tokens, 2);
      return;
    }
    checkObject(tokens, Tokens.isWord(tokens, 1, "UNIQUE") ? 2 : 1);
  }

  /** Rows may go over a table of the connection; anything else of it could not be deployed. */
  private static void checkTemporary(List<Token> tokens) {
    if (!Tokens.isWord(tokens, 2, "TABLE")) {
      throw Refusal.notAllowed("CREATE TEMP", EXPLANATION + "; it could not be deployed");
    }
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
    boolean isTable = tokens.get(index).isWord("TABLE") && !tokens.getFirst().isWord("ALTER");
    if (qualified && !isTable && SqlNames.same(tokens.get(name).name(), "temp")) {
      throw Refusal.notAllowed("schema temp", EXPLANATION + "; it could not be deployed");
    }
  }

  /** What is set for one connection is done by whoever holds it. */
  private static GatedStatement pragma(SqlStatement statement, List<Token> tokens) {
    return Pragmas.pass(statement, tokens)
        .or(() -> SettingPragma.parse(statement).map(setting -> set(setting, statement)))
        .orElseThrow(() -> refusedPragma(tokens));
  }

  /**
   * Refuses a table of the connection where the connection ends with its only statement.
   *
   * @throws EngineException BAD_REQUEST when the statement makes one
   */
  public static void refuseLoneTemporary(SqlStatement statement) {
    if (DdlParser.temporaryTable(statement.text()).isPresent()) {
      throw Refusal.notAllowed(
          "CREATE TEMP TABLE by itself", EXPLANATION + "; use it in a script or a transaction");
    }
  }

  private static GatedStatement set(SettingPragma setting, SqlStatement statement) {
    return setting instanceof SettingPragma.DeferForeignKeys
        ? Pragmas.reading(statement.text())
        : Pragmas.nothing();
  }

  private static EngineException refusedPragma(List<Token> tokens) {
    return ReadingPragma.name(tokens)
        .map(
            pragma ->
                Refusal.notAllowed(
                    "PRAGMA " + pragma + (ReadingPragma.isAlone(tokens) ? "" : " with a value"),
                    EXPLANATION))
        .orElseGet(() -> Refusal.notAllowed("PRAGMA without a name", EXPLANATION));
  }
}
