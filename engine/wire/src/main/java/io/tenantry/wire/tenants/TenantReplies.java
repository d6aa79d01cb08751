package io.tenantry.wire.tenants;

import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantState;
import java.util.List;
import java.util.Optional;

/** Replies of tenants that say more than the contract's values. */
public final class TenantReplies {
  private TenantReplies() {}

  /**
   * Tenants.
   *
   * @param count number of tenants in this reply
   * @param tenants without connections
   * @param total number of tenants in the whole list; only in a page
   * @param nextCursor where the next page starts; only in a page that is not the last
   */
  public record Listed(
      int count, List<Tenant> tenants, Optional<Long> total, Optional<String> nextCursor) {
    /** Counts the tenants. */
    public static Listed of(Page<Tenant> page, boolean isPaged) {
      return new Listed(
          page.items().size(),
          page.items(),
          isPaged ? Optional.of(page.total()) : Optional.empty(),
          page.nextCursor());
    }

    /** Returns the contract's value. */
    public Page<Tenant> page() {
      return new Page<>(tenants, total.orElse((long) count), nextCursor);
    }
  }

  /**
   * What became of many wanted tenants.
   *
   * @param count number of created tenants
   * @param created in the order of the request
   * @param failed in the order of the request
   */
  public record CreatedMany(int count, List<Tenant> created, List<CreatedTenants.Failure> failed) {
    /** Counts the tenants. */
    public static CreatedMany of(CreatedTenants tenants) {
      return new CreatedMany(tenants.created().size(), tenants.created(), tenants.failed());
    }

    /** Returns the contract's value. */
    public CreatedTenants tenants() {
      return new CreatedTenants(created, failed);
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
