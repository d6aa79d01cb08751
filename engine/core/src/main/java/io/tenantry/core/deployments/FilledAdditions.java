package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.rows.ColumnAddition;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns that SQLite adds to empty tables only, such as one whose default is the present time:
 * where a table has rows, it is made anew with them. Any thread.
 */
final class FilledAdditions {
  private static final String MARK = "\"tenantry addition\"";

  private final Sqlite sqlite;
  private final SchemaDiffer differ;
  private final Map<Case, List<String>> known = new ConcurrentHashMap<>();

  private record Case(SchemaSnapshot schema, String statement) {}

  FilledAdditions(Sqlite sqlite) {
    this.sqlite = sqlite;
    this.differ = new SchemaDiffer(sqlite);
  }

  /** Returns the places of those statements that may have to make a table anew. */
  Set<Integer> places(List<BoundStatement> statements) {
    return IntStream.range(0, statements.size())
        .filter(
            place ->
                ColumnAddition.of(sqlite, statements.get(place).sql())
                    .filter(ColumnAddition::mayNeedRebuild)
                    .isPresent())
        .boxed()
        .collect(Collectors.toSet());
  }

  /**
   * Adds a column, inside a transaction with foreign keys off.
   *
   * @throws EngineException BAD_REQUEST as SQLite refuses it when a table made anew cannot have it
   *     either
   */
  void run(SqliteDatabase database, BoundStatement addition) {
    database.execute("SAVEPOINT " + MARK);
    try {
      addition.run(database);
    } catch (EngineException refused) {
      database.execute("ROLLBACK TO " + MARK);
      rebuild(database, addition, refused).forEach(database::execute);
    }
    database.execute("RELEASE " + MARK);
  }

  private List<String> rebuild(
      SqliteDatabase database, BoundStatement addition, EngineException refused) {
    if (refused.code() != ErrorCode.BAD_REQUEST) {
      throw refused;
    }
    SchemaSnapshot schema = SchemaSnapshot.read(database);
    return known.computeIfAbsent(
        new Case(schema, addition.sql()), one -> planned(one, addition, refused));
  }

  private List<String> planned(Case one, BoundStatement addition, EngineException refused) {
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      one.schema().statements().forEach(scratch::execute);
      addition.run(scratch);
      return differ
          .plan(one.schema(), SchemaSnapshot.read(scratch), SchemaHints.none())
          .statements();
    } catch (EngineException noWay) {
      refused.addSuppressed(noWay);
      throw refused;
    }
  }
}
