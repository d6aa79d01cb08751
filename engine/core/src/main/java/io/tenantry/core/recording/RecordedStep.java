package io.tenantry.core.recording;

import io.tenantry.core.sqlite.BoundStatement;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One statement of a request, in the order in which they ran.
 *
 * @param statement its SQL, without a final semicolon, and its values
 * @param change place of the change that it belongs to; empty for a data statement by itself
 * @param data what is said of a data statement; empty for a schema change
 */
public record RecordedStep(BoundStatement statement, OptionalInt change, Optional<DataNote> data) {

  /**
   * What is said of a data statement.
   *
   * @param carried whether tenants run it, too
   * @param needed whether its change needs it to keep rows: tenants run it unless its author says
   *     no
   * @param reason why, for people
   * @param group place of the first of those statements that are named together
   * @param count how many statements it stands for: above 1 they are named and not kept
   */
  public record DataNote(boolean carried, boolean needed, String reason, int group, long count) {}

  /** Returns whether tenants run it. */
  public boolean carried() {
    return data.map(DataNote::carried).orElse(true);
  }
}
