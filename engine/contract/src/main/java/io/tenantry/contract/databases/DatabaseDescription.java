package io.tenantry.contract.databases;

import java.util.List;
import java.util.Optional;

/**
 * What a statement is, without running it.
 *
 * @param parameters the name of each parameter with its prefix, in SQLite's numbering from 1; empty
 *     for {@code ?} and for a number that is not used
 * @param columns the columns of its rows
 * @param isExplain whether it is an EXPLAIN
 * @param isReadOnly whether it changes nothing
 */
public record DatabaseDescription(
    List<Optional<String>> parameters,
    List<DatabaseColumn> columns,
    boolean isExplain,
    boolean isReadOnly) {
  /** Copies the lists. */
  public DatabaseDescription {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
