package io.tenantry.contract.logs;

import java.util.List;

/**
 * A part of a query log.
 *
 * @param logs newest first
 * @param hasMore whether there are older ones that match
 */
public record LogPage(List<LogEntry> logs, boolean hasMore) {
  /** Copies the entries. */
  public LogPage {
    logs = List.copyOf(logs);
  }
}
