package io.tenantry.core.deployments;

import io.tenantry.core.sqlite.StatementReader;
import java.util.List;

/**
 * What brings a database from one version to another.
 *
 * @param statements to run in order
 * @param foreignKeysOff whether rows may refer to nothing meanwhile, so that foreign keys are off
 *     and checked before the commit
 * @param losses what rows and values it loses, a sentence each
 * @param isBack whether it leads to an older version, or round a change that was taken back
 */
record VersionPlan(
    List<String> statements, boolean foreignKeysOff, List<String> losses, boolean isBack) {
  /** Copies the lists. */
  VersionPlan {
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
  }

  /**
   * The way forward: recorded statements. Dropping a table deletes its rows one by one first while
   * foreign keys are on, and with them, by ON DELETE CASCADE, rows of tables that stay: so they are
   * off, and what then refers to nothing makes the deployment fail.
   */
  static VersionPlan forward(List<String> statements) {
    boolean drops =
        statements.stream()
            .flatMap(text -> StatementReader.split(text).stream())
            .anyMatch(statement -> statement.verb().equals("DROP"));
    return new VersionPlan(statements, drops, List.of(), false);
  }

  /** Nothing to do. */
  static VersionPlan none() {
    return new VersionPlan(List.of(), false, List.of(), false);
  }
}
