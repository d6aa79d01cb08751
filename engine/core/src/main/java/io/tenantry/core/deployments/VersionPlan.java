package io.tenantry.core.deployments;

import io.tenantry.core.rows.KeptCounter;
import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.StatementReader;
import java.util.List;
import java.util.Set;

/**
 * What brings a database from one version to another.
 *
 * @param statements to run in order
 * @param additions places of statements that may have to make a table anew to add a column
 * @param foreignKeysOff whether rows may refer to nothing meanwhile, so that foreign keys are off
 *     and checked before the commit
 * @param counters those that are put back in the end
 * @param losses what rows and values it loses, a sentence each
 * @param rowLosses how a database counts them
 * @param isBack whether it leads to an older version, or round a change that was taken back
 */
record VersionPlan(
    List<BoundStatement> statements,
    Set<Integer> additions,
    boolean foreignKeysOff,
    List<KeptCounter> counters,
    List<String> losses,
    List<RowLoss> rowLosses,
    boolean isBack) {
  private static final Set<String> TAKES_ROWS = Set.of("DROP", "DELETE", "REPLACE");

  /** Copies the lists. */
  VersionPlan {
    statements = List.copyOf(statements);
    additions = Set.copyOf(additions);
    counters = List.copyOf(counters);
    losses = List.copyOf(losses);
    rowLosses = List.copyOf(rowLosses);
  }

  /**
   * Returns whether statements that were recorded take rows away which others refer to. Dropping a
   * table deletes its rows one by one first while foreign keys are on, and with them, by ON DELETE
   * CASCADE, rows of tables that stay: so they are off, and what then refers to nothing makes the
   * deployment fail.
   */
  static boolean takesRows(List<BoundStatement> statements) {
    return statements.stream()
        .flatMap(bound -> StatementReader.split(bound.sql()).stream())
        .anyMatch(statement -> TAKES_ROWS.contains(statement.verb()));
  }

  /** Nothing to do. */
  static VersionPlan none() {
    return new VersionPlan(List.of(), Set.of(), false, List.of(), List.of(), List.of(), false);
  }
}
