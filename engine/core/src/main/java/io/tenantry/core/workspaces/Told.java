package io.tenantry.core.workspaces;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;

/**
 * What is said of a request that changed a schema.
 *
 * @param data the data statements that came with the changes
 * @param warnings what it does to databases with rows
 */
record Told(List<DataStatement> data, List<ChangeWarning> warnings) {
  static final Told NOTHING = new Told(List.of(), List.of());

  /** Copies the lists. */
  Told {
    data = List.copyOf(data);
    warnings = List.copyOf(warnings);
  }
}
