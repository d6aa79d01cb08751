package io.tenantry.core.logs;

import io.tenantry.contract.logs.QuerySource;
import java.util.Optional;

/**
 * An entry of a log, as it is kept.
 *
 * @param id grows inside a project
 * @param atMillis when the query ended
 * @param micros how long it took
 * @param slow whether that was slow when it was noted
 * @param query its text, cut
 * @param error why it failed, cut
 * @param rows how many rows it answered or changed; negative when that is not known
 */
record Noted(
    long id,
    long atMillis,
    QuerySource source,
    long micros,
    boolean slow,
    String query,
    Optional<String> error,
    long rows) {

  /** Says whether figures count it. */
  boolean counts() {
    return source != QuerySource.CONSOLE;
  }

  boolean failed() {
    return error.isPresent();
  }
}
