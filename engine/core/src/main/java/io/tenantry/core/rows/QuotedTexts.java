package io.tenantry.core.rows;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.Cells;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds names in double quotes that SQLite takes for text, as nothing is called so. It is asked
 * with the same names in backquotes, which are never text. One thread.
 */
final class QuotedTexts {
  private static final String OWNER =
      "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = ? COLLATE NOCASE";
  private static final String COLUMNS =
      "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid";
  private static final String TRIAL = "\"tenantry trial\"";

  private final SqliteDatabase scratch;

  private QuotedTexts(SqliteDatabase scratch) {
    this.scratch = scratch;
  }

  /** Returns such names in the statements of a walk, in order, by the places of these. */
  static Map<Integer, Set<String>> of(Sqlite sqlite, RowWalk walk) {
    if (walk.steps().stream().allMatch(step -> quoted(step).isEmpty())) {
      return Map.of();
    }
    Map<Integer, Set<String>> texts = new HashMap<>();
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      scratch.execute("PRAGMA foreign_keys=OFF");
      QuotedTexts reader = new QuotedTexts(scratch);
      walk.before().statements().forEach(sql -> RowWalk.tried(scratch, new BoundStatement(sql)));
      for (RowStep step : walk.steps()) {
        texts.put(step.place(), reader.in(step));
        if (!step.isData()) {
          RowWalk.tried(scratch, step.statement());
        }
      }
    }
    return texts;
  }

  /** A dump has very many rows, and they name nothing. */
  private static List<Token> quoted(RowStep step) {
    String sql = step.statement().sql();
    boolean reads = !step.isData() || !step.columns().isEmpty();
    return reads && sql.indexOf('"') >= 0
        ? Token.meaningful(sql).stream().filter(QuotedTexts::isQuoted).toList()
        : List.of();
  }

  private Set<String> in(RowStep step) {
    List<Token> quoted = quoted(step);
    if (quoted.isEmpty() || step.ddl().filter(QuotedTexts::isOfModule).isPresent()) {
      return Set.of();
    }
    Predicate<String> taken = sql -> isTaken(sql, step.ddl());
    String sql = step.statement().sql();
    if (taken.test(renamed(sql, quoted)) || !taken.test(sql)) {
      return Set.of();
    }
    return quoted.stream()
        .collect(Collectors.groupingBy(Token::text, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(same -> !taken.test(renamed(sql, same)))
        .map(same -> same.getFirst().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isQuoted(Token token) {
    return token.kind() == Token.Kind.QUOTED_NAME && token.text().startsWith("\"");
  }

  /** What stands in the parentheses of a virtual table is for its module to read. */
  private static boolean isOfModule(DdlStatement ddl) {
    return ddl instanceof Create(Thing thing, _) && thing == Thing.VIRTUAL_TABLE;
  }

  private static String renamed(String sql, List<Token> names) {
    StringBuilder renamed = new StringBuilder();
    int at = 0;
    for (Token name : names) {
      renamed.append(sql, at, name.start());
      renamed.append('`').append(name.name().replace("`", "``")).append('`');
      at = name.end();
    }
    return renamed.append(sql, at, sql.length()).toString();
  }

  private boolean isTaken(String sql, Optional<DdlStatement> ddl) {
    try {
      if (ddl.isEmpty()) {
        compile(sql);
      } else {
        tryOut(sql, ddl.get());
      }
      return true;
    } catch (EngineException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      return false;
    }
  }

  /** What was compiled before the schema changed says nothing. */
  private void compile(String sql) {
    scratch.forgetStatements();
    scratch.prepare(sql).close();
  }

  private void tryOut(String sql, DdlStatement ddl) {
    scratch.execute("SAVEPOINT " + TRIAL);
    try {
      scratch.execute(sql);
      if (ddl instanceof Create(Thing thing, String name)) {
        use(thing, name);
      }
    } finally {
      scratch.execute("ROLLBACK TO " + TRIAL);
      scratch.execute("RELEASE " + TRIAL);
    }
  }

  /** The bodies of views and triggers are read only when they are used. */
  private void use(Thing thing, String name) {
    switch (thing) {
      case VIEW -> compile("SELECT 1 FROM " + SqlNames.quote(name));
      case TRIGGER -> fire(scratch.queryText(OWNER, Value.of(name)));
      case TABLE, INDEX, VIRTUAL_TABLE -> {}
    }
  }

  private void fire(String owner) {
    String table = SqlNames.quote(owner);
    String same =
        scratch.query(COLUMNS, row -> SqlNames.quote(Cells.text(row, 0)), Value.of(owner)).stream()
            .map(column -> column + " = " + column)
            .collect(Collectors.joining(", "));
    compile("INSERT INTO %s DEFAULT VALUES".formatted(table));
    compile("UPDATE %s SET %s".formatted(table, same));
    compile("DELETE FROM " + table);
  }
}
