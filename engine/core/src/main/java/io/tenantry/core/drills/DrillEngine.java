package io.tenantry.core.drills;

import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.DrilledDatabase.Comparison;
import io.tenantry.contract.drills.DrilledDatabase.Outcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.backups.TrialRestores;
import io.tenantry.core.backups.TrialRestores.Candidate;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.jobs.Fault;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jdbi.v3.core.Handle;

/**
 * Works drills off, one database after the other. Any thread.
 *
 * <p>Steps for each database, and what a crash after each leaves. The next opening goes on with the
 * first that waits.
 *
 * <ol>
 *   <li>The newest whole backup is restored to a scratch file. Crash: the opening deletes all
 *       scratch files, and the database waits still.
 *   <li>It is looked at, and the scratch file is deleted. Crash: as above.
 *   <li>One transaction notes what was found. Crash after it: the next database.
 * </ol>
 *
 * Behind the last one, one transaction ends the drill together with its signed report.
 */
public final class DrillEngine implements Recovery {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String FAULT = "internal error; the engine's log says more";

  private final Catalog catalog;
  private final TrialRestores trials;
  private final ReportSigning signing;
  private final InstantSource clock;

  /** Puts the parts together. */
  public DrillEngine(Catalog catalog, Secrets secrets, TrialRestores trials, InstantSource clock) {
    this.catalog = catalog;
    this.trials = trials;
    this.signing = new ReportSigning(catalog, secrets);
    this.clock = clock;
  }

  Catalog catalog() {
    return catalog;
  }

  ReportSigning signing() {
    return signing;
  }

  InstantSource clock() {
    return clock;
  }

  /** Goes on with the drills that the end of the engine cut short. */
  @Override
  public void atOpen() {
    catalog.read(DrillRepository.RUNS::running).forEach(this::start);
  }

  /** Works a drill off in the background. */
  void start(DrillRepository.Row drill) {
    trials.repeat("drill " + drill.drill().id(), () -> next(drill));
  }

  /** Ends a drill behind the database that is in work. */
  void stop(DrillRepository.Row drill) {
    end(drill, Drill.Status.STOPPED);
  }

  /** Tries the next database; returns whether there was one. */
  private boolean next(DrillRepository.Row drill) {
    Optional<DrilledRepository.Row> waiting =
        catalog.read(
            handle ->
                isRunning(handle, drill)
                    ? DrilledRepository.next(handle, drill.number())
                    : Optional.empty());
    if (waiting.isEmpty()) {
      end(drill, Drill.Status.DONE);
      return false;
    }
    Optional<DrilledRepository.Row> tried = tried(drill, waiting.get());
    tried.ifPresent(row -> note(drill, row));
    return tried.isPresent();
  }

  private void note(DrillRepository.Row drill, DrilledRepository.Row row) {
    catalog.execute(
        handle -> {
          if (isRunning(handle, drill)) {
            DrilledRepository.note(handle, drill.number(), row);
          }
        });
  }

  private static boolean isRunning(Handle handle, DrillRepository.Row drill) {
    return DrillRepository.RUNS
        .find(handle, drill.project(), drill.drill().id().value())
        .filter(now -> now.drill().status() == Drill.Status.RUNNING)
        .isPresent();
  }

  /** Returns what was found; empty when the engine is closing, and the database waits still. */
  private Optional<DrilledRepository.Row> tried(
      DrillRepository.Row drill, DrilledRepository.Row row) {
    DrilledDatabase database = row.database();
    Optional<Candidate> candidate =
        catalog.read(
            handle ->
                trials.newest(handle, drill.project(), database.tenantId(), database.blueprint()));
    if (candidate.isEmpty()) {
      return Optional.of(withoutBackup(row));
    }
    long begun = System.nanoTime();
    Optional<Attempt> attempt =
        Fault.guard(
            "The drill of " + database.tenantId(),
            () -> attempt(candidate.get()),
            _ -> Optional.of(Attempt.failed(FAULT)));
    double millis = (System.nanoTime() - begun) / NANOS_PER_MILLI;
    return attempt.map(came -> result(row, candidate.get(), came, millis));
  }

  /**
   * What came of restoring a backup.
   *
   * @param found what was in it
   * @param failure why that is not known
   */
  private record Attempt(Optional<TrialRestores.Found> found, Optional<String> failure) {
    static Attempt failed(String why) {
      return new Attempt(Optional.empty(), Optional.of(why));
    }
  }

  private Optional<Attempt> attempt(Candidate candidate) {
    try {
      return Optional.of(new Attempt(Optional.of(trials.restore(candidate)), Optional.empty()));
    } catch (EngineException e) {
      return Optional.of(Attempt.failed(TrialRestores.reason(e)));
    } catch (CancellationException closing) {
      return Optional.empty();
    }
  }

  private static DrilledRepository.Row withoutBackup(DrilledRepository.Row row) {
    DrilledDatabase database = row.database();
    return new DrilledRepository.Row(
        row.position(),
        new DrilledDatabase(
            database.tenantId(),
            database.blueprint(),
            Outcome.WITHOUT_BACKUP,
            Optional.empty(),
            Optional.empty(),
            0,
            Comparison.NOT_COMPARED,
            Comparison.NOT_COMPARED,
            0,
            0,
            0,
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static DrilledRepository.Row result(
      DrilledRepository.Row row, Candidate candidate, Attempt attempt, double millis) {
    Comparison schema =
        compared(candidate.fingerprint(), attempt.found().map(TrialRestores.Found::fingerprint));
    Comparison rows =
        compared(candidate.tables(), attempt.found().map(TrialRestores.Found::tables));
    Optional<String> reason = attempt.failure().or(() -> difference(schema, rows));
    DrilledDatabase database = row.database();
    return new DrilledRepository.Row(
        row.position(),
        new DrilledDatabase(
            database.tenantId(),
            database.blueprint(),
            reason.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
            Optional.of(candidate.storagePath()),
            Optional.of(candidate.takenAt()),
            candidate.databaseBytes(),
            schema,
            rows,
            0,
            0,
            millis,
            reason),
        Optional.of(candidate.sha256()),
        candidate.tables(),
        attempt.found().map(TrialRestores.Found::tables));
  }

  private static Comparison compared(Optional<String> noted, Optional<String> found) {
    if (noted.isEmpty() || found.isEmpty()) {
      return Comparison.NOT_COMPARED;
    }
    return noted.equals(found) ? Comparison.SAME : Comparison.DIFFERS;
  }

  private static Optional<String> difference(Comparison schema, Comparison rows) {
    if (schema == Comparison.DIFFERS) {
      return Optional.of("its schema is not the one that was noted");
    }
    return rows == Comparison.DIFFERS
        ? Optional.of("its rows are not as many as were noted")
        : Optional.empty();
  }

  /** Ends a drill with its report; one that has ended stays as it is. */
  private void end(DrillRepository.Row drill, Drill.Status status) {
    PrivateKey key = signing.privateKey();
    catalog.execute(
        handle -> {
          if (isRunning(handle, drill)) {
            end(handle, drill, status, key);
          }
        });
  }

  private void end(Handle handle, DrillRepository.Row drill, Drill.Status status, PrivateKey key) {
    DrillRepository.Row now =
        DrillRepository.RUNS
            .find(handle, drill.project(), drill.drill().id().value())
            .orElseThrow();
    List<DrilledRepository.Row> databases =
        DrilledRepository.page(handle, drill.number(), Optional.empty(), -1, 0);
    String text = ReportText.of(now, status, clock.instant(), databases);
    DrillRepository.end(
        handle, drill.number(), status, text, ReportSigning.sign(key, text), clock.instant());
  }
}
