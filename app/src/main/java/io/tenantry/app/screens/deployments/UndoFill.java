package io.tenantry.app.screens.deployments;

import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Optional;

/**
 * A table or column that an undo makes anew, without what it held.
 *
 * @param object its name
 * @param rowsOf of a column, the table whose rows all get the same value
 * @param value that value as SQL; empty for NULL
 */
record UndoFill(String object, Optional<String> rowsOf, Optional<String> value) {

  /** Returns those of all ways, each once. */
  static List<UndoFill> of(UndoOutlook outlook) {
    return outlook.refills().stream()
        .map(refill -> new UndoFill(refill.object(), refill.rowsOf(), refill.value()))
        .distinct()
        .toList();
  }

  /** Returns SQL that counts the rows it fills; empty when there are none to fill. */
  Optional<String> count() {
    return rowsOf.map(table -> "SELECT count(*) FROM " + SqlNames.quote(table));
  }

  /** Says it, with the number of rows where that is known. */
  String words(Optional<Counted> rows) {
    if (rowsOf.isEmpty()) {
      return Text.of("deployment.undo.emptyTable", object);
    }
    String with = value.orElse("NULL");
    return rows.filter(found -> found.sum() > 0)
        .map(
            found ->
                Text.of(
                    "deployment.undo.fillsRows",
                    object,
                    with,
                    DeploymentForecast.rowsIn(found.sum(), found.tenants())))
        .orElseGet(() -> Text.of("deployment.undo.fills", object, with));
  }
}
