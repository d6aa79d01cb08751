package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One recorded statement that is in effect at the latest version.
 *
 * @param addedMinor the version that it came with
 */
public record ChangeRow(
    long id,
    int addedMinor,
    String kind,
    String object,
    String statement,
    Optional<String> revert,
    boolean destructive,
    long createdAt) {
  /** Returns it as the contract shows it. */
  public Change toChange() {
    return new Change(
        id,
        new Version(1, addedMinor),
        kind,
        object,
        statement,
        destructive,
        revert.isPresent(),
        revert,
        Instant.ofEpochMilli(createdAt).truncatedTo(ChronoUnit.SECONDS));
  }
}
