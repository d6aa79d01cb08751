package io.tenantry.contract.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * A request to back many tenants up: those named, or those that a filter lets through now.
 *
 * @param tenants whom; empty for those of the filter
 * @param filter which; empty for those named
 * @param except those of the filter that are left out
 */
public record StartBackups(
    List<TenantId> tenants, Optional<CoverageFilter> filter, List<TenantId> except) {
  /** The most tenants that can be named at once. */
  public static final int MOST = 100_000;

  /**
   * Copies the lists and checks them.
   *
   * @throws EngineException BAD_REQUEST {@code Provide either tenant_ids or filter}, or for more
   *     than {@link #MOST} ids
   */
  public StartBackups {
    tenants = List.copyOf(tenants);
    except = List.copyOf(except);
    if (tenants.isEmpty() == filter.isEmpty()) {
      throw EngineException.badField("tenant_ids", "Provide either tenant_ids or filter");
    }
    if (tenants.size() > MOST || except.size() > MOST) {
      throw EngineException.badField(
          "tenant_ids", "tenant_ids must have at most " + MOST + " entries");
    }
  }

  /** Those named. */
  public static StartBackups of(List<TenantId> tenants) {
    return new StartBackups(tenants, Optional.empty(), List.of());
  }

  /** Those that a filter lets through. */
  public static StartBackups matching(CoverageFilter filter, List<TenantId> except) {
    return new StartBackups(List.of(), Optional.of(filter), except);
  }
}
