package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.jobs.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs every database up once a night, one at a time, resting as long as it worked. What is done
 * lies in the catalog: a night that was cut short, or missed because the engine was off, is made up
 * for as soon as the engine runs.
 */
final class NightlyBackups {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackups.class);
  private static final int PAGE = 200;
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Catalog catalog;
  private final BackupTaking taking;
  private final BackupRetention retention;
  private final BackupQueue queue;
  private final BackupRules rules;
  private final InstantSource clock;

  /** The night that was begun last. */
  private final AtomicReference<Instant> begun = new AtomicReference<>(Instant.MIN);

  NightlyBackups(
      Catalog catalog,
      BackupTaking taking,
      BackupRetention retention,
      BackupQueue queue,
      BackupRules rules,
      InstantSource clock) {
    this.catalog = catalog;
    this.taking = taking;
    this.retention = retention;
    this.queue = queue;
    this.rules = rules;
    this.clock = clock;
  }

  /** Begins the night that is due, if it has not begun yet; cheap. */
  void tick() {
    BackupConfig config = rules.config();
    if (!config.nightly()) {
      return;
    }
    Instant due = lastDue(clock.instant(), config.nightlyAt(), ZoneId.systemDefault());
    if (due.isAfter(begun.get())) {
      begun.set(due);
      queue.repeat("nightly backups", new Night(due)::next);
    }
  }

  /** Returns when the last night began that began not after an instant. */
  static Instant lastDue(Instant now, LocalTime at, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    Instant today = local.toLocalDate().atTime(at).atZone(zone).toInstant();
    return today.isAfter(now)
        ? local.toLocalDate().minusDays(1).atTime(at).atZone(zone).toInstant()
        : today;
  }

  /** One round over all databases. */
  private final class Night {
    private final Instant due;
    private final Deque<BackupTarget> loaded = new ArrayDeque<>();
    private long last;
    private int taken;
    private int failed;

    Night(Instant due) {
      this.due = due;
    }

    /** Backs up the next database; returns whether there was one. */
    boolean next() {
      if (loaded.isEmpty()) {
        loaded.addAll(catalog.read(handle -> BackupTargetRepository.due(handle, due, last, PAGE)));
      }
      BackupTarget target = loaded.poll();
      if (target == null) {
        end();
        return false;
      }
      last = target.databaseId();
      long start = System.nanoTime();
      Fault.guard(
          "The nightly backup of " + target.place().database(), () -> isTaken(target), _ -> false);
      LockSupport.parkNanos(Math.min(System.nanoTime() - start, LONGEST_REST_NANOS));
      return true;
    }

    private boolean isTaken(BackupTarget target) {
      try {
        BackupRow backup =
            catalog
                .write(handle -> taking.announce(handle, List.of(target), BackupType.SCHEDULED))
                .getFirst();
        taking.run(backup);
        retention.afterNight(backup);
        taken++;
        return true;
      } catch (EngineException e) {
        LOG.warn("The nightly backup of {} failed", target.place().database(), e);
        failed++;
        return false;
      } catch (Stopped closing) {
        return false; // the queue ends the night itself
      }
    }

    private void end() {
      if (taken + failed > 0) {
        LOG.info("Nightly backups: {} taken, {} failed", taken, failed);
      }
    }
  }
}
