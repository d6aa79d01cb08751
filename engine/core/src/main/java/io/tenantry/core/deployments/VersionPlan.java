package io.tenantry.core.deployments;

import io.tenantry.core.sqlite.SqlScript;
import java.util.List;

/**
 * What brings a database from one version to another.
 *
 * @param statements to run in order
 * @param mayBreakForeignKeys whether rows may refer to nothing afterwards, so that foreign keys are
 *     off meanwhile and checked before the commit
 */
record VersionPlan(List<String> statements, boolean mayBreakForeignKeys) {

  /**
   * Dropping a table deletes its rows one by one first while foreign keys are on, and with them, by
   * ON DELETE CASCADE, rows of tables that stay: so they are off, and what then refers to nothing
   * makes the deployment fail.
   */
  static VersionPlan of(List<String> statements) {
    boolean drops =
        statements.stream()
            .flatMap(text -> SqlScript.split(text).stream())
            .anyMatch(statement -> statement.verb().equals("DROP"));
    return new VersionPlan(List.copyOf(statements), drops);
  }
}
