package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import java.util.List;

/**
 * What a schema import did.
 *
 * @param source where the schema came from
 * @param created names of created tables, in order
 * @param skipped statements that were passed over, with the reason
 * @param errors always empty, since an import with an error changes nothing
 * @param dataStatements every data statement of the source (an extension)
 * @param warnings what its changes do to databases with rows, and rows of it that refer to nothing
 *     (an extension)
 * @param details counts
 */
public record SchemaImport(
    String source,
    List<String> created,
    List<String> skipped,
    List<String> errors,
    List<DataStatement> dataStatements,
    List<ChangeWarning> warnings,
    Details details) {
  /** Copies the lists. */
  public SchemaImport {
    created = List.copyOf(created);
    skipped = List.copyOf(skipped);
    errors = List.copyOf(errors);
    dataStatements = List.copyOf(dataStatements);
    warnings = List.copyOf(warnings);
  }

  /**
   * Counts of an import.
   *
   * @param workspace where
   * @param databaseType type of its database
   * @param statementsExecuted how many ran
   * @param statementsSkipped how many were passed over
   * @param statementsFailed always 0
   * @param statementsTotal how many the source had
   */
  public record Details(
      WorkspaceName workspace,
      DatabaseType databaseType,
      int statementsExecuted,
      int statementsSkipped,
      int statementsFailed,
      int statementsTotal) {}
}
