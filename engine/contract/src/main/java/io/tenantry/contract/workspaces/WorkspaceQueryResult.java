package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.queries.QueryResult;
import java.util.List;
import java.util.Optional;

/**
 * What SQL in a workspace answered.
 *
 * @param result rows of the last statement that returned some, else counts of the last statement
 * @param maxRowsLimit the row limit that was in force
 * @param blueprint its blueprint; absent in control mode
 * @param version latest version, with this request's changes; absent in control mode
 * @param undeployedChanges number of pending changes; absent in control mode
 * @param dataStatements every data statement of a request that also changed the schema (an
 *     extension)
 * @param warnings what the schema changes of the request do to databases with rows (an extension)
 */
public record WorkspaceQueryResult(
    QueryResult result,
    int maxRowsLimit,
    Optional<WorkspaceName> blueprint,
    Optional<Version> version,
    Optional<Integer> undeployedChanges,
    List<DataStatement> dataStatements,
    List<ChangeWarning> warnings) {
  /** Copies the lists. */
  public WorkspaceQueryResult {
    dataStatements = List.copyOf(dataStatements);
    warnings = List.copyOf(warnings);
  }
}
