package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One row of the list, already formatted.
 *
 * @param id the tenant
 * @param status where it stands
 * @param databases each as {@code blueprint 1.2}
 * @param level {@code L1}, {@code L2} with its region, or several of them
 * @param createdAt when it was created
 */
record ListedTenant(
    TenantId id, TenantStatus status, String databases, String level, Instant createdAt) {

  static ListedTenant of(Tenant tenant) {
    return new ListedTenant(
        tenant.tenantId(),
        tenant.status(),
        joined(tenant, database -> database.blueprint() + " " + database.version()),
        joined(tenant, ListedTenant::home),
        tenant.createdAt());
  }

  /** Returns its first database as a query's target: {@code tenant/blueprint}. */
  String place() {
    return databases.isEmpty() ? id.value() : id + "/" + databases.split(" ", 2)[0];
  }

  /** Says whether the engine is at work on it, so that its status passes by itself. */
  boolean isAtWork() {
    return switch (status) {
      case PROVISIONING, RESTORING, RECOVERING, MIGRATING, SYNCING -> true;
      case DELETED, PARTIALLY_DELETED, SUSPENDED, READY -> false;
    };
  }

  /** Returns where a database lives: {@code L1}, or {@code L2} and its region. */
  private static String home(TenantDatabase database) {
    String level = "L" + database.isolationLevel();
    return database.region().map(region -> level + " " + region).orElse(level);
  }

  private static String joined(
      Tenant tenant, java.util.function.Function<TenantDatabase, String> word) {
    return tenant.databases().stream().map(word).distinct().collect(Collectors.joining(", "));
  }
}
