package io.tenantry.contract.databases;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of schema changes of a workspace once they are recorded (an extension).
 *
 * @param dataStatements every data statement that came with them
 * @param warnings what they do to databases with rows
 */
public record RecordedChanges(List<DataStatement> dataStatements, List<ChangeWarning> warnings) {
  /** Nothing was recorded, or there is nothing to tell of it. */
  public static final RecordedChanges NOTHING = new RecordedChanges(List.of(), List.of());

  /** Copies the lists. */
  public RecordedChanges {
    dataStatements = List.copyOf(dataStatements);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether there is nothing to tell. */
  public boolean isEmpty() {
    return dataStatements.isEmpty() && warnings.isEmpty();
  }

  /** Returns what is told of these changes and of later ones. */
  public RecordedChanges and(RecordedChanges later) {
    return new RecordedChanges(
        Stream.concat(dataStatements.stream(), later.dataStatements.stream()).toList(),
        Stream.concat(warnings.stream(), later.warnings.stream()).distinct().toList());
  }
}
