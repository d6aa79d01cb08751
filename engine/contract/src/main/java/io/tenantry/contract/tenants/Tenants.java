package io.tenantry.contract.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Tenants and their life cycle. Reading needs the role read, everything else admin (ROLE_REQUIRED).
 * Keys with a tenant scope reach their tenants, keys with a workspace scope the tenants of its
 * blueprint (SCOPE_DENIED); lists are filtered to the scope. What changes all of a tenant takes a
 * scope that includes all its databases, and never a tenant scope. Every call on an id that does
 * not exist is NOT_FOUND {@code Tenant not found: x}.
 */
public interface Tenants {

  /**
   * Lists tenants without their connections.
   *
   * @throws EngineException BAD_REQUEST for a cursor that is not of this list
   */
  Page<Tenant> list(TenantFilter filter, PageRequest page);

  /**
   * Finds where a tenant stands in a list (an extension).
   *
   * @return empty when the tenant does not exist or the filter leaves it out
   */
  Optional<TenantPosition> position(TenantFilter filter, TenantId tenant);

  /**
   * Finds the first tenant of a list, in its order, whose id begins with a text (an extension).
   *
   * @param prefix 1 to 60 characters, in any case
   * @return empty when there is none
   * @throws EngineException BAD_REQUEST naming {@code prefix} when it is blank or too long
   */
  Optional<TenantPosition> firstStartingWith(TenantFilter filter, String prefix);

  /**
   * Counts the tenants that the credential reaches (an extension). Each number is the total that
   * {@link #list} has with the filter for the same.
   */
  TenantCounts counts();

  /**
   * Creates a tenant with its databases at the latest version of each blueprint and a password of
   * its own, or adds databases to one that exists. All or nothing.
   *
   * <p>With isolation level 2 among the databases it returns before they are made: the status is
   * provisioning then, and {@link #get} says ready soon after (or, when they could not be made,
   * does not have them any more). What a tenant has already stays in use meanwhile.
   *
   * @return the tenant with all its databases, and their connections if it is ready
   * @throws EngineException NOT_FOUND {@code Blueprint not found: x}; BAD_REQUEST for a
   *     control-mode blueprint, {@code Unknown region 'x'; regions are: …}, or a region with
   *     isolation level 1, with detail {@code field} {@code databases[0].region}; FORBIDDEN when
   *     the tier does not allow more or {@code Isolation level 2 is not available in tier 'free'};
   *     CONFLICT {@code Tenant 'x' already has blueprint 'y'}, or when it is in the trash (the
   *     documented text)
   */
  Tenant create(CreateTenant request);

  /**
   * Creates many tenants with the same databases, several at a time; each by itself all or nothing.
   * An id that exists fails with {@code conflict} {@code Tenant 'x' already exists}.
   *
   * @return what was created and what failed
   * @throws EngineException as {@link #create} for what concerns all of them
   */
  CreatedTenants createMany(CreateTenants request);

  /** Returns a tenant with its connections (while it is ready). */
  Tenant get(TenantId id);

  /**
   * Deletes a tenant. Destroyed, it stays in the history of the deployments that came to it; those
   * that have not come to it go on without it.
   *
   * @param hard whether its databases are destroyed now; otherwise it goes to the trash, where it
   *     is kept for 30 days
   * @throws EngineException CONFLICT while provisioning, syncing or migrating, and for a soft
   *     delete of one that is in the trash already
   */
  TenantState delete(TenantId id, boolean hard);

  /**
   * Takes a tenant out of the trash.
   *
   * @throws EngineException CONFLICT unless its status is deleted
   */
  TenantState restore(TenantId id);

  /**
   * Refuses all queries on a tenant until it is resumed.
   *
   * @throws EngineException CONFLICT unless its status is ready
   */
  TenantState suspend(TenantId id);

  /**
   * Lets queries on a suspended tenant through again.
   *
   * @throws EngineException CONFLICT unless its status is suspended
   */
  TenantState resume(TenantId id);

  /**
   * Gives a tenant a new database password (an extension). The old one opens nothing from then on:
   * a program that uses it gets UNAUTHORIZED with its next request, also in a session that is open.
   * The tokens of its users and the passwords of keys stay. Asked again after a lost answer it
   * makes another one; {@link #get} shows the one that holds.
   *
   * @return the tenant with its connections, as {@link #get} returns it: while it is suspended
   *     without them
   * @throws EngineException CONFLICT for a tenant in the trash and for one that is being destroyed
   */
  Tenant rotatePassword(TenantId id);

  /**
   * Moves a database of a tenant to the shared host, to a host of its own, or to another region.
   * Returns when the move has begun. The tenant is syncing while the database is copied, and is
   * used as ever; then migrating for the moment of the switch, in which statements wait (those that
   * wait for ten seconds fail with CONFLICT); then ready. Its password and connection strings stay
   * the same. A move that fails leaves the database where it is, ready; {@link #isolationChanges}
   * says why. A restart of the engine begins anew with it.
   *
   * @throws EngineException BAD_REQUEST for an unknown region, a region with level 1, or when there
   *     is nothing to change, with detail {@code field}; FORBIDDEN {@code Isolation level 2 is not
   *     available in tier 'free'}; NOT_FOUND also {@code Tenant 'x' does not have blueprint 'y'};
   *     CONFLICT with the documented text unless the tenant is ready
   */
  IsolationStarted changeIsolation(TenantId id, ChangeIsolation request);

  /** Returns all moves of a tenant's databases, newest first (an extension of the reference). */
  List<IsolationChange> isolationChanges(TenantId id);
}
