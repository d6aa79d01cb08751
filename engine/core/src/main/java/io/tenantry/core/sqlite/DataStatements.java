package io.tenantry.core.sqlite;

import io.tenantry.sql.DataVerb;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import io.tenantry.sql.Token;
import io.tenantry.sql.Token.Kind;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the statements that read or change rows; common ground of both gates. */
final class DataStatements {
  /** They show where the file lies on our disk, or write although they look like a SELECT. */
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of("pragma_database_list", "pragma_optimize");

  private DataStatements() {}

  /** Lets a data statement or an EXPLAIN of one pass; empty for everything else. */
  static Optional<GatedStatement> pass(SqlStatement statement, List<Token> tokens) {
    return DataVerb.of(tokens)
        .map(
            verb -> {
              refuseFunctions(tokens);
              refuseProgram(verb, tokens);
              StatementKind kind = verb.writes() ? StatementKind.WRITE : StatementKind.READ;
              return new GatedStatement(statement.text(), kind, verb.word());
            });
  }

  /**
   * SQLite lists the programs of triggers and foreign keys behind that of the statement, and that
   * has ended the process. The plan tells users more.
   */
  private static void refuseProgram(DataVerb verb, List<Token> tokens) {
    boolean plan = Tokens.isWord(tokens, 1, "QUERY");
    if (verb.explained() && verb.isOfWriting() && !plan) {
      throw Refusal.notAllowed(
          "EXPLAIN of " + verb.word(), "; EXPLAIN QUERY PLAN of it says what it would do");
    }
  }

  private static void refuseFunctions(List<Token> tokens) {
    for (Token token : tokens) {
      boolean canBeName =
          token.kind() == Kind.WORD
              || token.kind() == Kind.QUOTED_NAME
              || token.kind() == Kind.STRING;
      if (canBeName && REFUSED_FUNCTIONS.contains(SqlNames.fold(token.name()))) {
        throw Refusal.notAllowed(token.name(), " here");
      }
    }
  }
}
