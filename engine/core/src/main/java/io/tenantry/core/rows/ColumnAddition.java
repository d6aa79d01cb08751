package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlParser;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What ALTER TABLE … ADD COLUMN does to a table with rows. SQLite is the judge: it is asked on
 * tables of one row.
 */
public final class ColumnAddition {
  private static final Set<String> RESTRICTING =
      Set.of("NOT", "CHECK", "REFERENCES", "DEFAULT", "AS", "UNIQUE", "PRIMARY");
  private static final String OWN_COLUMN = "\"tenantry row\"";
  private final Sqlite sqlite;
  private final AddColumn addition;
  private final String statement;
  private final List<Token> tokens;

  /** What becomes of a column on a table with rows. */
  public enum Fit {
    /** It is added in place. */
    IN_PLACE,
    /** It is added in place where the rows fit it. */
    WHERE_ROWS_FIT,
    /** SQLite adds it only to an empty table; a table that is made anew can have it. */
    BY_REBUILD,
    /** No row can have it. */
    NEVER
  }

  private ColumnAddition(Sqlite sqlite, AddColumn addition, String statement, List<Token> tokens) {
    this.sqlite = sqlite;
    this.addition = addition;
    this.statement = statement;
    this.tokens = tokens;
  }

  /** Reads a statement; empty when it adds no column, or one that fits everywhere. */
  public static Optional<ColumnAddition> of(Sqlite sqlite, String statement) {
    List<Token> tokens = Token.meaningful(statement);
    boolean restricts =
        tokens.stream()
            .anyMatch(
                token -> token.kind() == Token.Kind.WORD && RESTRICTING.contains(token.upper()));
    return restricts && DdlParser.parse(statement).orElse(null) instanceof AddColumn addition
        ? Optional.of(new ColumnAddition(sqlite, addition, statement, tokens))
        : Optional.empty();
  }

  /** Says whether the statement has a word. */
  boolean has(String word) {
    return tokens.stream().anyMatch(token -> token.isWord(word));
  }

  /**
   * Asks what becomes of the column.
   *
   * @param columns names of the columns that the table has
   */
  public Fit fit(List<String> columns) {
    boolean namesOthers = !alters(List.of(OWN_COLUMN), false);
    List<String> own =
        namesOthers ? columns.stream().map(SqlNames::quote).toList() : List.of(OWN_COLUMN);
    if (namesOthers && !alters(own, false)) {
      return Fit.IN_PLACE; // nowhere; whoever runs it hears so
    }
    if (alters(own, true)) {
      boolean asksRows = namesOthers && (has("CHECK") || has("NOT"));
      return asksRows ? Fit.WHERE_ROWS_FIT : Fit.IN_PLACE;
    }
    if (takesRow(own)) {
      return Fit.BY_REBUILD;
    }
    return namesOthers ? has("STORED") ? Fit.BY_REBUILD : Fit.WHERE_ROWS_FIT : Fit.NEVER;
  }

  /** Returns whether tables with rows get it by being made anew, as far as its text alone tells. */
  public boolean mayNeedRebuild() {
    return has("STORED") || fit(List.of()) == Fit.BY_REBUILD;
  }

  private boolean alters(List<String> columns, boolean withRow) {
    return accepts(
        withRow
            ? List.of(table(columns, ""), row(columns), statement)
            : List.of(table(columns, ""), statement));
  }

  /** Says whether a table that has the column from the start takes a row without a value for it. */
  private boolean takesRow(List<String> columns) {
    return accepts(
        List.of("PRAGMA foreign_keys=OFF", table(columns, ", " + definition()), row(columns)));
  }

  private String table(List<String> columns, String more) {
    return "CREATE TABLE %s (%s%s)"
        .formatted(SqlNames.quote(addition.object()), String.join(", ", columns), more);
  }

  private String row(List<String> columns) {
    String values = columns.stream().map(_ -> "NULL").collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(SqlNames.quote(addition.object()), String.join(", ", columns), values);
  }

  /** Returns the column with its constraints, as the author wrote it. */
  private String definition() {
    int add = 0;
    while (!tokens.get(add).isWord("ADD")) {
      add++;
    }
    boolean skips =
        tokens.get(add + 1).isWord("COLUMN")
            && SqlNames.same(tokens.get(add + 2).name(), addition.column());
    Token first = tokens.get(add + (skips ? 2 : 1));
    return statement.substring(first.start(), tokens.getLast().end());
  }

  private boolean accepts(List<String> statements) {
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      scratch.execute("PRAGMA foreign_keys=ON");
      statements.forEach(scratch::execute);
      return true;
    } catch (EngineException e) {
      if (e.code() == ErrorCode.BAD_REQUEST) {
        return false;
      }
      throw e;
    }
  }
}
