package io.tenantry.wire.recovery;

import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.RecoveringTenant;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replies of point-in-time recovery. Times are ISO 8601 in UTC, to the microsecond. */
public final class RecoveryReplies {
  private RecoveryReplies() {}

  /**
   * A recovery has started.
   *
   * @param message what goes on
   * @param tenant where it stands
   * @param undoHours how many hours it can be undone (an extension)
   */
  public record Started(String message, Recovering tenant, long undoHours) {
    /** Words it. */
    public static Started of(RecoveringTenant started) {
      String target = started.targetTimestamp().toString();
      return new Started(
          "Recovery initiated for tenant '%s' to %s. Original VM preserved for %dh."
              .formatted(started.tenantId(), target, started.undoHours()),
          new Recovering(started.tenantId(), started.status(), target),
          started.undoHours());
    }

    /** Returns the contract's value. */
    public RecoveringTenant started() {
      return new RecoveringTenant(
          tenant.tenantId(), tenant.status(), Instant.parse(tenant.targetTimestamp()), undoHours);
    }
  }

  /**
   * A tenant under recovery.
   *
   * @param tenantId its id
   * @param status recovering
   * @param targetTimestamp the time whose state it will have
   */
  public record Recovering(TenantId tenantId, TenantStatus status, String targetTimestamp) {}

  /**
   * A recovery was undone.
   *
   * @param message what was done
   * @param tenant where it stands
   */
  public record Undone(String message, TenantState tenant) {
    /** Words it. */
    public static Undone of(TenantState tenant) {
      return new Undone(
          "Recovery undone for tenant '%s'. Original VM restored.".formatted(tenant.tenantId()),
          tenant);
    }
  }

  /**
   * Which times can be recovered.
   *
   * @param tenantId the tenant
   * @param blueprint which database of it
   * @param window the first and the last time; absent as long as there is none
   * @param lastCommit when the database last changed
   * @param commits number of commits in the window
   * @param bases number of full copies
   * @param archiveBytes size of what is kept
   * @param buckets the window in parts of the same length, oldest first
   */
  public record Window(
      TenantId tenantId,
      WorkspaceName blueprint,
      Optional<Span> window,
      Optional<String> lastCommit,
      long commits,
      int bases,
      long archiveBytes,
      List<Bucket> buckets) {
    /** Names the tenant. */
    public static Window of(TenantId tenant, RecoveryWindow window) {
      return new Window(
          tenant,
          window.blueprint(),
          window
              .start()
              .map(start -> new Span(start.toString(), window.end().orElse(start).toString())),
          window.lastCommit().map(Instant::toString),
          window.commits(),
          window.bases(),
          window.archiveBytes(),
          window.density().stream()
              .map(bucket -> new Bucket(bucket.start().toString(), bucket.commits()))
              .toList());
    }

    /** Returns the contract's value. */
    public RecoveryWindow value() {
      return new RecoveryWindow(
          blueprint,
          window.map(span -> Instant.parse(span.start())),
          window.map(span -> Instant.parse(span.end())),
          lastCommit.map(Instant::parse),
          commits,
          bases,
          archiveBytes,
          buckets.stream()
              .map(
                  bucket ->
                      new RecoveryWindow.Bucket(Instant.parse(bucket.start()), bucket.commits()))
              .toList());
    }
  }

  /**
   * The window.
   *
   * @param start the first time
   * @param end the last time
   */
  public record Span(String start, String end) {}

  /**
   * A part of the window.
   *
   * @param start where it starts
   * @param commits how many commits it holds
   */
  public record Bucket(String start, long commits) {}

  /**
   * What became of recoveries.
   *
   * @param tenantId the tenant
   * @param count number of recoveries
   * @param recoveries newest first
   */
  public record Recoveries(TenantId tenantId, int count, List<Item> recoveries) {
    /** Counts them. */
    public static Recoveries of(TenantId tenant, List<PastRecovery> recoveries) {
      return new Recoveries(tenant, recoveries.size(), recoveries.stream().map(Item::of).toList());
    }

    /** Returns the contract's values. */
    public List<PastRecovery> list() {
      return recoveries.stream().map(Item::recovery).toList();
    }
  }

  /**
   * What became of a recovery of one database.
   *
   * @param blueprint which database
   * @param targetTimestamp the time whose state was wanted, to the microsecond
   * @param state how far it is
   * @param error why it failed
   * @param startedAt when it was asked for
   * @param completedAt when it ended
   * @param undoUntil until when it can be undone
   */
  public record Item(
      WorkspaceName blueprint,
      String targetTimestamp,
      PastRecovery.State state,
      Optional<String> error,
      Instant startedAt,
      Optional<Instant> completedAt,
      Optional<Instant> undoUntil) {
    static Item of(PastRecovery recovery) {
      return new Item(
          recovery.blueprint(),
          recovery.target().toString(),
          recovery.state(),
          recovery.error(),
          recovery.startedAt(),
          recovery.completedAt(),
          recovery.undoUntil());
    }

    PastRecovery recovery() {
      return new PastRecovery(
          blueprint,
          Instant.parse(targetTimestamp),
          state,
          error,
          startedAt,
          completedAt,
          undoUntil);
    }
  }
}
