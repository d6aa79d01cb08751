package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.sql.DataVerb;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Set;

/**
 * Decides what SQL may reach a tenant's database: exactly one statement that reads or changes rows,
 * or a PRAGMA that only reads or asks for what is so anyway. The second wall is the connection:
 * reads run on a file opened READONLY. Any thread.
 */
public final class StatementGate {
  private static final Set<String> SCHEMA_WORDS =
      Set.of("CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME", "COMMENT");
  private static final Set<String> OTHER_STATEMENTS =
      Set.of(
          "PRAGMA",
          "ATTACH",
          "DETACH",
          "VACUUM",
          "REINDEX",
          "ANALYZE",
          "BEGIN",
          "COMMIT",
          "END",
          "ROLLBACK",
          "SAVEPOINT",
          "RELEASE");
  private static final String EXPLANATION =
      " on tenant databases; a query starts with SELECT, VALUES, WITH, INSERT, REPLACE, UPDATE,"
          + " DELETE or EXPLAIN";

  private StatementGate() {}

  /**
   * Lets one statement pass or refuses it.
   *
   * @param sql text as it came, with comments and semicolons
   * @return the statement alone, and whether it reads or writes
   * @throws EngineException BAD_REQUEST: empty, more than one statement, DDL (the documented text),
   *     anything else that is neither reading nor changing rows (details {@code word})
   */
  public static GatedStatement check(String sql) {
    SqlStatement single = StatementReader.single(sql);
    return check(single).startingAt(single.offset());
  }

  /** As {@link #check(String)}, for a statement that was cut out already. */
  public static GatedStatement check(SqlStatement statement) {
    List<Token> tokens = statement.tokens();
    return DataStatements.pass(statement, tokens)
        .map(gated -> gated.sparing(ShadowTables.written(statement)))
        .or(() -> Pragmas.pass(statement, tokens))
        .orElseThrow(() -> refusal(tokens));
  }

  /** Returns whether an error refuses a statement that SQL knows, whatever its rows are. */
  public static boolean isRefusal(EngineException error) {
    return error.isBecause(FailureReason.DDL_NOT_ALLOWED)
        || error.detail("word").filter(OTHER_STATEMENTS::contains).isPresent();
  }

  private static EngineException refusal(List<Token> tokens) {
    int verb = DataVerb.afterExplain(tokens);
    if (verb >= tokens.size()) {
      return Refusal.notAllowed("EXPLAIN of nothing", EXPLANATION);
    }
    String word = tokens.get(verb).upper();
    return SCHEMA_WORDS.contains(word) ? Refusal.ddl() : Refusal.notAllowed(word, EXPLANATION);
  }
}
