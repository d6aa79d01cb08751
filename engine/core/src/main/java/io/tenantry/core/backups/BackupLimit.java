package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** How many backups a project may start by hand per hour; a sliding hour, kept in the catalog. */
final class BackupLimit {
  private static final Duration WINDOW = Duration.ofHours(1);

  private BackupLimit() {}

  /** As {@link #take(Handle, ProjectId, Tier, Instant, int)}, for one. */
  static void take(Handle handle, ProjectId project, Tier tier, Instant now) {
    take(handle, project, tier, now, 1);
  }

  /**
   * Counts requests, all or none, inside the transaction that announces its backups.
   *
   * @throws EngineException RATE_LIMITED with details {@code retry_after_seconds}: when the oldest
   *     request of the last hour no longer counts
   */
  static void take(Handle handle, ProjectId project, Tier tier, Instant now, int count) {
    OptionalInt limit = tier.backupsPerHour();
    if (limit.isEmpty()) {
      return;
    }
    BackupRequestRepository.forget(handle, now.minus(WINDOW));
    if (count > limit.getAsInt()) {
      throw tooMany(limit.getAsInt(), WINDOW);
    }
    BackupRequestRepository.oldestOf(handle, project, limit.getAsInt() - count + 1)
        .ifPresent(
            oldest -> {
              throw tooMany(limit.getAsInt(), Duration.between(now, oldest.plus(WINDOW)));
            });
    for (int i = 0; i < count; i++) {
      BackupRequestRepository.insert(handle, project, now);
    }
  }

  private static EngineException tooMany(int limit, Duration wait) {
    return new EngineException(
        ErrorCode.RATE_LIMITED,
        "rate limit exceeded: max %d backups per hour".formatted(limit),
        Map.of(
            "retry_after_seconds", Math.max(1, Math.toIntExact(wait.plusMillis(999).toSeconds()))),
        null);
  }
}
