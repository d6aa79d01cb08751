package io.tenantry.wire.tenants;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.FailureJson;
import io.tenantry.wire.Paging;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies of tenants that say more than the contract's values. */
public final class TenantReplies {
  private TenantReplies() {}

  /**
   * Tenants.
   *
   * @param count number of tenants in this reply
   * @param tenants without connections
   * @param paging where they stand in the whole list
   */
  public record Listed(int count, List<Tenant> tenants, @JsonUnwrapped Paging paging) {
    /** Counts the tenants. */
    public static Listed of(Page<Tenant> page, boolean isPaged) {
      return new Listed(page.items().size(), page.items(), Paging.of(page, isPaged));
    }

    /** Returns the contract's value. */
    public Page<Tenant> page() {
      return paging.page(tenants);
    }
  }

  /**
   * Where a tenant stands in a list; empty when there is none.
   *
   * @param position how many tenants stand before it
   * @param tenantId the tenant
   */
  public record Found(Optional<Long> position, Optional<TenantId> tenantId) {
    /** Writes what was found. */
    public static Found of(Optional<TenantPosition> found) {
      return new Found(found.map(TenantPosition::position), found.map(TenantPosition::tenantId));
    }

    /** Returns the contract's value. */
    public Optional<TenantPosition> found() {
      return position.flatMap(place -> tenantId.map(id -> new TenantPosition(place, id)));
    }
  }

  /**
   * What became of many wanted tenants.
   *
   * @param count number of created tenants
   * @param created in the order of the request
   * @param failed in the order of the request
   */
  public record CreatedMany(int count, List<Tenant> created, List<NotCreated> failed) {
    /** Counts the tenants. */
    public static CreatedMany of(CreatedTenants tenants) {
      return new CreatedMany(
          tenants.created().size(),
          tenants.created(),
          tenants.failed().stream().map(NotCreated::of).toList());
    }

    /** Returns the contract's value. */
    public CreatedTenants tenants() {
      return new CreatedTenants(created, failed.stream().map(NotCreated::refused).toList());
    }
  }

  /**
   * A tenant that could not be created.
   *
   * @param tenantId the id as given
   * @param code error code
   * @param error why
   * @param failure {@code code} of that error, and its details beside it
   */
  public record NotCreated(
      String tenantId, String code, String error, Optional<FailureJson> failure) {
    static NotCreated of(CreatedTenants.Refused refused) {
      PartFailure failure = refused.failure();
      return new NotCreated(
          refused.tenantId(),
          failure.code().code(),
          failure.message(),
          Optional.of(FailureJson.of(failure)));
    }

    /** Before engines told details, the code stood alone. */
    CreatedTenants.Refused refused() {
      Optional<FailureJson> told = Optional.of(new FailureJson(Map.of("code", code)));
      return new CreatedTenants.Refused(tenantId, FailureJson.read(failure.or(() -> told), error));
    }
  }

  /**
   * A move that has begun.
   *
   * @param tenantId whose database it is
   * @param blueprint which of the tenant's databases
   * @param status always migrating
   * @param from isolation level that it comes from
   * @param to isolation level that it goes to
   * @param change {@code region}, when nothing else changes
   * @param fromRegion zone that it comes from; only with {@code change}
   * @param toRegion zone that it goes to; only with {@code change}
   * @param message what goes on
   */
  public record IsolationMoves(
      TenantId tenantId,
      WorkspaceName blueprint,
      TenantStatus status,
      int from,
      int to,
      Optional<String> change,
      Optional<String> fromRegion,
      Optional<String> toRegion,
      String message) {
    /** Says what goes on. */
    public static IsolationMoves of(IsolationStarted started) {
      return new IsolationMoves(
          started.tenantId(),
          started.blueprint(),
          TenantStatus.MIGRATING,
          started.from(),
          started.to(),
          started.toRegion().map(_ -> "region"),
          started.fromRegion(),
          started.toRegion(),
          "Migration in progress for '%s'. Check tenant status for completion."
              .formatted(started.blueprint()));
    }

    /** Returns the contract's value. */
    public IsolationStarted started() {
      return new IsolationStarted(tenantId, blueprint, from, to, fromRegion, toRegion);
    }
  }

  /**
   * The moves of a tenant.
   *
   * @param tenantId whose databases moved
   * @param count number of moves
   * @param changes newest first
   */
  public record IsolationChanges(TenantId tenantId, int count, List<IsolationChange> changes) {
    /** Counts the moves. */
    public static IsolationChanges of(TenantId tenant, List<IsolationChange> changes) {
      return new IsolationChanges(tenant, changes.size(), changes);
    }
  }

  /**
   * A tenant after a step of its life cycle.
   *
   * @param message what was done
   * @param tenant where it stands
   */
  public record Moved(String message, TenantState tenant) {
    /** It went to the trash, or was destroyed. */
    public static Moved deleted(TenantState tenant, boolean hard) {
      return of(tenant, hard ? "permanently deleted" : "moved to trash");
    }

    /** It came back from the trash. */
    public static Moved restored(TenantState tenant) {
      return of(tenant, "restored successfully");
    }

    /** Queries on it are refused. */
    public static Moved suspended(TenantState tenant) {
      return of(tenant, "suspended successfully");
    }

    /** Queries on it are let through again. */
    public static Moved resumed(TenantState tenant) {
      return of(tenant, "resumed successfully");
    }

    private static Moved of(TenantState tenant, String what) {
      return new Moved("Tenant '" + tenant.tenantId() + "' " + what, tenant);
    }
  }
}
