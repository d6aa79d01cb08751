package io.tenantry.contract.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a tenant stands with its backups (an extension).
 *
 * @param tenantId the tenant
 * @param status its status
 * @param state how it stands
 * @param coveredAt up to when all of its databases can be had back: the oldest of their newest
 *     whole backups; empty when one of them has none
 * @param backups how many backups of it have ended
 * @param lastBytes compressed size of the newest whole backups of its databases
 * @param totalBytes compressed size of all of its backups
 * @param days what became of backups on each of the last {@link #DAYS} days (UTC), today last
 */
public record BackupCoverage(
    TenantId tenantId,
    TenantStatus status,
    State state,
    Optional<Instant> coveredAt,
    long backups,
    long lastBytes,
    long totalBytes,
    List<Day> days) {
  /** How many days are told of. */
  public static final int DAYS = 30;

  /** Copies the days. */
  public BackupCoverage {
    days = List.copyOf(days);
  }

  /** How a tenant stands; the first that fits. */
  public enum State implements Coded {
    /** The newest backup of one of its databases failed, or was found damaged. */
    FAILING,
    /** One of its databases has no whole backup. */
    NONE,
    /** The newest whole backup of one of its databases is too old. */
    OVERDUE,
    /** Each of its databases has a whole backup that is young enough. */
    COVERED
  }

  /** What became of the backups of a day. */
  public enum Day implements Coded {
    /** There was none. */
    NONE,
    /** All ended well. */
    DONE,
    /** One failed. */
    FAILED
  }
}
