package io.tenantry.contract.backups;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * Which tenants are wanted, and in which order; those in the trash never are. What is empty does
 * not restrict.
 *
 * @param search parts of the id, in any case; separated by blanks, all of them are in it
 * @param state how they stand with their backups
 * @param blueprint has a database of it
 * @param sort order
 */
public record CoverageFilter(
    Optional<String> search,
    Optional<BackupCoverage.State> state,
    Optional<WorkspaceName> blueprint,
    Sort sort) {

  /** Orders of the list. */
  public enum Sort {
    /** By id. */
    ID,
    /** By id, backwards. */
    ID_DESC,
    /** Those without a backup first, then the oldest. */
    AGE,
    /** The youngest first. */
    AGE_DESC,
    /** The smallest first, by the size of all backups. */
    SIZE,
    /** The largest first. */
    SIZE_DESC
  }

  /** All tenants by id. */
  public static CoverageFilter none() {
    return new CoverageFilter(Optional.empty(), Optional.empty(), Optional.empty(), Sort.ID);
  }
}
