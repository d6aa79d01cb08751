package io.tenantry.contract.tenants;

import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * Which tenants are wanted, and in which order. What is empty does not restrict.
 *
 * @param includeDeleted whether the trash is included
 * @param search parts of the id, in any case; separated by blanks, all of them are in it
 * @param status exactly this status; {@code deleted} implies the trash
 * @param blueprint having a database of it
 * @param version having a database in this range of versions (of {@code blueprint} when given)
 * @param isolationLevel having a database of this level
 * @param concern having a database that asks for a look, the same one that blueprint, version and
 *     level are about (an extension)
 * @param sort order
 */
public record TenantFilter(
    boolean includeDeleted,
    Optional<String> search,
    Optional<TenantStatus> status,
    Optional<WorkspaceName> blueprint,
    Optional<VersionRange> version,
    Optional<Integer> isolationLevel,
    Optional<TenantConcern> concern,
    Sort sort) {
  /** Whatever there is to look at. */
  public TenantFilter(
      boolean includeDeleted,
      Optional<String> search,
      Optional<TenantStatus> status,
      Optional<WorkspaceName> blueprint,
      Optional<VersionRange> version,
      Optional<Integer> isolationLevel,
      Sort sort) {
    this(
        includeDeleted, search, status, blueprint, version, isolationLevel, Optional.empty(), sort);
  }

  /** Orders of a tenant list. */
  public enum Sort {
    /** Oldest first: the catalog order. */
    CREATED,
    /** Newest first. */
    CREATED_DESC,
    /** By id. */
    ID,
    /** By id, backwards. */
    ID_DESC,
    /** By the code of the status, oldest first in each (an extension). */
    STATUS,
    /** By the code of the status backwards, newest first in each (an extension). */
    STATUS_DESC
  }

  /** Everything outside the trash, in catalog order. */
  public static TenantFilter none() {
    return new TenantFilter(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Sort.CREATED);
  }

  /** Everything outside the trash that has a database of the blueprint, in catalog order. */
  public static TenantFilter of(WorkspaceName blueprint) {
    return new TenantFilter(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(blueprint),
        Optional.empty(),
        Optional.empty(),
        Sort.CREATED);
  }

  /** Everything outside the trash with a concern, in catalog order. */
  public static TenantFilter of(TenantConcern concern) {
    return new TenantFilter(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(concern),
        Sort.CREATED);
  }

  /** Returns the same tenants in another order. */
  public TenantFilter sortedBy(Sort other) {
    return new TenantFilter(
        includeDeleted, search, status, blueprint, version, isolationLevel, concern, other);
  }

  /** Returns those of the tenants that are in a status. */
  public TenantFilter in(TenantStatus only) {
    return new TenantFilter(
        includeDeleted,
        search,
        Optional.of(only),
        blueprint,
        version,
        isolationLevel,
        concern,
        sort);
  }
}
