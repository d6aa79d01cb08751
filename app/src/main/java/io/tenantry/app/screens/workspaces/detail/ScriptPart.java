package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.sql.SqlScript;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the text in the editor that is run together: a statement, or everything from BEGIN (or
 * from switching foreign keys off) to its end, as the recipes for rebuilding a table have it.
 *
 * @param text the part
 * @param line the line on which it starts, from 1
 */
record ScriptPart(String text, int line) {
  private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK");

  /** Returns the part at a place of a text; empty when the text has no statement. */
  static Optional<ScriptPart> at(String text, int caret) {
    List<SqlStatement> statements = SqlScript.split(text);
    for (int first = 0; first < statements.size(); first++) {
      if (opens(statements.get(first))) {
        int last = end(statements, first);
        boolean around =
            caret >= statements.get(first).offset() && caret <= statements.get(last).end() + 1;
        if (around) {
          return Optional.of(part(text, statements.get(first), statements.get(last)));
        }
        first = last;
      }
    }
    return SqlScript.at(text, caret).map(each -> new ScriptPart(each.text(), each.line()));
  }

  /** Says whether a text has such a frame; only an import runs it with foreign keys off. */
  static boolean isFramed(String text) {
    return SqlScript.split(text).stream().anyMatch(ScriptPart::opens);
  }

  private static ScriptPart part(String text, SqlStatement first, SqlStatement last) {
    int end = Math.min(text.length(), last.end() + 1);
    return new ScriptPart(text.substring(first.offset(), end).stripTrailing(), first.line());
  }

  private static int end(List<SqlStatement> statements, int first) {
    boolean keys = isForeignKeys(statements.get(first));
    for (int at = first + 1; at < statements.size(); at++) {
      if (ENDS.contains(statements.get(at).verb())) {
        boolean switchedOn =
            keys && at + 1 < statements.size() && isForeignKeys(statements.get(at + 1));
        return switchedOn ? at + 1 : at;
      }
      if (keys && isForeignKeys(statements.get(at))) {
        return at;
      }
    }
    return statements.size() - 1;
  }

  private static boolean opens(SqlStatement statement) {
    return statement.verb().equals("BEGIN") || isForeignKeys(statement);
  }

  private static boolean isForeignKeys(SqlStatement statement) {
    return statement.verb().equals("PRAGMA")
        && Tokens.isWord(statement.tokens(), 1, "FOREIGN_KEYS")
        && statement.tokens().size() > 2;
  }
}
