package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.sql.SqlScript;
import io.tenantry.sql.SqlStatement;
import java.util.List;
import java.util.Map;

/** Reads the statements of a text that is to be run. Any thread. */
public final class StatementReader {
  private StatementReader() {}

  /**
   * Splits a text; empty statements (blank or comment only) are left out.
   *
   * @throws EngineException BAD_REQUEST when the text contains a NUL character, where SQLite would
   *     silently stop reading; details {@code line}
   */
  public static List<SqlStatement> split(String text) {
    int nul = text.indexOf(0);
    if (nul >= 0) {
      long line = 1 + text.substring(0, nul).chars().filter(c -> c == '\n').count();
      throw new EngineException(
          ErrorCode.BAD_REQUEST,
          "SQL text contains a NUL character in line " + line,
          Map.of("line", line),
          null);
    }
    return SqlScript.split(text);
  }

  /**
   * Returns the only statement of a text.
   *
   * @throws EngineException BAD_REQUEST when there is none or more than one, or a NUL character
   */
  public static SqlStatement single(String text) {
    List<SqlStatement> all = split(text);
    if (all.isEmpty()) {
      throw Refusal.empty();
    }
    if (all.size() > 1) {
      throw Refusal.many();
    }
    return all.getFirst();
  }
}
