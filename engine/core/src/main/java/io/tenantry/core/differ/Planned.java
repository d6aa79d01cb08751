package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.schema.UnreadableTables;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Steps that together bring a database with rows from one schema to another. */
public interface Planned {

  /** Returns the steps in order; none when there is nothing to do. */
  List<PlanStep> steps();

  /** Returns all statements in order, one statement each. */
  default List<String> statements() {
    return steps().stream().map(PlanStep::statements).flatMap(Collection::stream).toList();
  }

  /** Returns whether foreign keys have to be off while it runs; no transaction can switch them. */
  default boolean foreignKeysOff() {
    return steps().stream().anyMatch(PlanStep::foreignKeysOff);
  }

  /** Returns whether it loses anything. */
  default boolean isDestructive() {
    return steps().stream().anyMatch(step -> step.effect() == Effect.DESTRUCTIVE);
  }

  /** Returns what it loses, one sentence a step. */
  default List<String> losses() {
    return steps().stream().map(PlanStep::loss).flatMap(Optional::stream).toList();
  }

  /**
   * Runs it on a database with rows, in one transaction: all of it is kept or nothing.
   *
   * @param database a connection for the engine's own work, without a transaction; foreign keys may
   *     be off on it afterwards
   * @param first what belongs into the same transaction, run at its start
   * @param last what belongs into the same transaction, run at its end
   * @throws EngineException CONFLICT when a row would refer to nothing, BAD_REQUEST with SQLite's
   *     reason when a row does not fit the new schema
   */
  default void run(SqliteDatabase database, Runnable first, Runnable last) {
    if (foreignKeysOff()) {
      database.execute("PRAGMA foreign_keys=OFF");
    }
    database.inTransaction(
        () -> {
          first.run();
          BoundStatement.all(statements())
              .forEach(statement -> UnreadableTables.run(database, statement));
          if (foreignKeysOff()) {
            ForeignKeys.require(database);
          }
          last.run();
        });
  }
}
