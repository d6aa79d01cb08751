package io.tenantry.contract.logs;

import java.util.List;
import java.util.Optional;

/**
 * A part of a project's log.
 *
 * @param logs newest first
 * @param hasMore whether there are older ones that match
 * @param total how many match, with those that were left out; absent unless it was asked for
 * @param newest the id of the newest entry of the log, whether it matches or not, as far as the
 *     request reached; absent when there is none
 */
public record ProjectLogPage(
    List<ProjectEntry> logs, boolean hasMore, Optional<Long> total, Optional<Long> newest) {
  /** Copies the entries. */
  public ProjectLogPage {
    logs = List.copyOf(logs);
  }
}
