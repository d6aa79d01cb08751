package io.tenantry.wire.backups;

import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies and replies about the backups of all tenants. */
public final class BackupFleetReplies {
  private BackupFleetReplies() {}

  /**
   * Tenants with how they stand.
   *
   * @param count number of tenants in this reply
   * @param tenants in the order of the list
   * @param total number of tenants in the whole list
   * @param nextCursor where the next page starts; absent on the last
   */
  public record Covered(
      int count, List<BackupCoverage> tenants, long total, Optional<String> nextCursor) {
    /** Writes a page. */
    public static Covered of(Page<BackupCoverage> page) {
      return new Covered(page.items().size(), page.items(), page.total(), page.nextCursor());
    }

    /** Returns the contract's value. */
    public Page<BackupCoverage> page() {
      return new Page<>(tenants, total, nextCursor);
    }
  }

  /**
   * When backups are taken by themselves and how long they are kept.
   *
   * @param nightly whether every tenant is backed up each night
   * @param nightlyAt when that begins, local time of the engine: {@code 03:00}
   * @param nextNight when it begins next
   * @param keepScheduled how many nightly backups of a database are kept
   * @param keepSafetyHours for how many hours safety backups are kept
   * @param overdueHours a tenant is overdue when its backup is older
   * @param changeable whether it can be changed by a call
   */
  public record Policy(
      boolean nightly,
      String nightlyAt,
      Optional<Instant> nextNight,
      int keepScheduled,
      long keepSafetyHours,
      long overdueHours,
      boolean changeable) {
    /** Writes a policy. */
    public static Policy of(BackupPolicy policy) {
      return new Policy(
          policy.nightly(),
          policy.nightlyAt().toString(),
          policy.nextNight(),
          policy.keepScheduled(),
          policy.keepSafetyHours(),
          policy.overdueHours(),
          policy.changeable());
    }

    /** Returns the contract's value. */
    public BackupPolicy policy() {
      return new BackupPolicy(
          nightly,
          LocalTime.parse(nightlyAt),
          nextNight,
          keepScheduled,
          keepSafetyHours,
          overdueHours,
          changeable);
    }
  }

  /**
   * The body of a change of the policy.
   *
   * @param nightly whether every tenant is backed up each night
   * @param nightlyAt when that begins: {@code 03:00}
   * @param keepScheduled how many nightly backups of a database are kept
   * @param keepSafetyHours for how many hours safety backups are kept
   */
  public record Change(boolean nightly, String nightlyAt, int keepScheduled, int keepSafetyHours) {
    static Change of(ChangeBackupPolicy change) {
      return new Change(
          change.nightly(),
          change.nightlyAt().toString(),
          change.keepScheduled(),
          change.keepSafetyHours());
    }
  }

  /**
   * The body that starts backups of many.
   *
   * @param tenantIds whom; empty for those of the filter
   * @param filter search, state, blueprint and sort, as in the list's query
   * @param except those of the filter that are left out
   */
  public record Start(
      List<TenantId> tenantIds, Optional<Map<String, String>> filter, List<TenantId> except) {
    static Start of(StartBackups request) {
      return new Start(
          request.tenants(),
          request.filter().map(filter -> CoverageFilters.write(filter).values()),
          request.except());
    }
  }

  /**
   * A run.
   *
   * @param run how far it is
   */
  public record Run(BackupRun run) {}

  /**
   * Runs.
   *
   * @param count how many
   * @param runs newest first
   */
  public record Runs(int count, List<BackupRun> runs) {
    /** Counts them. */
    public static Runs of(List<BackupRun> runs) {
      return new Runs(runs.size(), runs);
    }
  }

  /**
   * Tenants of a run.
   *
   * @param count number of tenants in this reply
   * @param tenants in the order of the run
   * @param total number of tenants in the whole list
   * @param nextCursor where the next page starts; absent on the last
   */
  public record RunTenants(
      int count, List<BackupRunTenant> tenants, long total, Optional<String> nextCursor) {
    /** Writes a page. */
    public static RunTenants of(Page<BackupRunTenant> page) {
      return new RunTenants(page.items().size(), page.items(), page.total(), page.nextCursor());
    }

    /** Returns the contract's value. */
    public Page<BackupRunTenant> page() {
      return new Page<>(tenants, total, nextCursor);
    }
  }
}
