package io.tenantry.contract.recovery;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The times of a database that can be recovered.
 *
 * @param blueprint which database of the tenant
 * @param start the first; UTC, to the microsecond; empty as long as there is none
 * @param end the last: now
 * @param lastCommit when the database last changed; empty when nothing is known of it
 * @param commits number of commits in the window
 * @param bases number of full copies
 * @param archiveBytes size of what is kept for it
 * @param density the window in parts of the same length, oldest first; empty without a window
 */
public record RecoveryWindow(
    WorkspaceName blueprint,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Instant> lastCommit,
    long commits,
    int bases,
    long archiveBytes,
    List<Bucket> density) {
  /** Copies the parts. */
  public RecoveryWindow {
    density = List.copyOf(density);
  }

  /**
   * A part of the window.
   *
   * @param start where it starts
   * @param commits how many commits it holds
   */
  public record Bucket(Instant start, long commits) {}
}
