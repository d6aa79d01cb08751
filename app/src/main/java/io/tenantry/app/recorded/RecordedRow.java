package io.tenantry.app.recorded;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;
import java.util.stream.Stream;

/** One thing that there is to say of recorded changes. */
public sealed interface RecordedRow {

  /** Returns the rows, decisions first: a warning that comes or goes moves none of them. */
  static List<RecordedRow> of(List<DataStatement> data, List<ChangeWarning> warnings) {
    return Stream.<RecordedRow>concat(
            data.stream().map(Rows::new), warnings.stream().map(Trouble::new))
        .toList();
  }

  /**
   * A data statement that came with them.
   *
   * @param statement the statement, with the decision about it
   */
  record Rows(DataStatement statement) implements RecordedRow {}

  /**
   * What they do to tenants with rows.
   *
   * @param warning what happens, and the way round it
   */
  record Trouble(ChangeWarning warning) implements RecordedRow {}
}
