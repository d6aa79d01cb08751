package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.recovery.RecoveryRepository.Plan;
import io.tenantry.core.recovery.RecoveryRepository.PlannedFile;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the databases of a tenant back to a time. Any thread.
 *
 * <p>Steps, and what a crash after each leaves. The next opening begins again at step 2 ({@link
 * RecoveryEngine#atOpen}); the tenant stays recovering until then.
 *
 * <ol>
 *   <li>One transaction sets the tenant recovering and notes the time and the numbers of the files
 *       to be made ({@link RecoveryStart}). Crash: nothing is touched.
 *   <li>The users of each database end; it is closed, and its history is complete.
 *   <li>The state of the time is written to a new file of each database. Crash: files that nothing
 *       names but the operation; they are made again.
 *   <li>One transaction makes the new files the databases, with the versions they say they have,
 *       keeps the old ones to undo it, and ends the operation. Crash before: the old databases;
 *       after: the new ones.
 * </ol>
 *
 * What fails is taken back whole: the tenant is ready with the databases it had.
 */
final class RecoveryRun {
  /** The kind of the operation. */
  static final String KIND = "recovery";

  /** Faults name files of this machine. */
  private static final String FAULT = "internal error; the engine's log says more";

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryRun.class);
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final PastStates states;
  private final SchemaFingerprints fingerprints;

  RecoveryRun(Catalog catalog, PastStates states, SchemaFingerprints fingerprints) {
    this.catalog = catalog;
    this.states = states;
    this.fingerprints = fingerprints;
  }

  /** A database, and the file that comes in its place. */
  private record Made(RecoveryRepository.Database database, TenantPlace place) {}

  private record Versioned(Made made, FileVersion version) {}

  /** Carries out steps 2 to 4. */
  void run(TenantOperationRepository.Open operation) {
    Fault.guard(
        "Recovery of " + operation.tenant(),
        () -> {
          attempt(operation);
          return true;
        },
        _ -> {
          giveUp(operation, FAULT);
          return false;
        });
  }

  private void attempt(TenantOperationRepository.Open operation) {
    Plan plan = catalog.read(handle -> RecoveryRepository.plan(handle, operation.payload()));
    try {
      List<Versioned> done = new ArrayList<>();
      for (Made made : planned(operation, plan)) {
        close(made.database().place());
        discard(made.place());
        Path file = states.file(made.place());
        states.restore(made.database(), Micros.instant(plan.micros()), file);
        done.add(new Versioned(made, versionOf(file)));
      }
      switchTo(operation, done);
    } catch (EngineException e) {
      LOG.error("Recovery of {} failed; it is as it was", operation.tenant(), e);
      giveUp(operation, e.code() == ErrorCode.INTERNAL_ERROR ? FAULT : e.message());
    }
  }

  private List<Made> planned(TenantOperationRepository.Open operation, Plan plan) {
    return catalog.read(
        handle ->
            plan.files().stream()
                .map(
                    file ->
                        RecoveryRepository.find(
                                handle, operation.project(), operation.tenant(), file.blueprint())
                            .map(found -> made(found, file))
                            .orElseThrow(
                                () -> PastStates.missing(operation.tenant(), file.blueprint())))
                .toList());
  }

  private static Made made(RecoveryRepository.Database database, PlannedFile file) {
    return new Made(database, database.place().withGeneration(file.generation()));
  }

  private void close(TenantPlace place) {
    states.databases().withClosed(states.file(place), Deadline.in(WAIT_FOR_USERS), () -> true);
  }

  private FileVersion versionOf(Path file) {
    return states
        .databases()
        .withEngine(
            file, Deadline.in(WAIT_FOR_USERS), database -> FileVersion.of(database, fingerprints));
  }

  private void switchTo(TenantOperationRepository.Open operation, List<Versioned> done) {
    Instant now = states.clock().instant();
    Instant until = now.plus(states.config().undo());
    long tenant = operation.tenantId();
    catalog.execute(
        handle -> {
          for (Versioned each : done) {
            TenantPlace old = each.made().database().place();
            TenantPlace made = each.made().place();
            KeptFileRepository.release(handle, tenant, old.blueprint(), now);
            KeptFileRepository.keep(handle, tenant, old, made.generation(), until);
            TenantOperationRepository.switchTo(handle, tenant, made);
            RecoveryRepository.setVersion(handle, tenant, made, each.version());
          }
          PastRecoveryRepository.done(handle, tenant, now);
          TenantOperationRepository.end(handle, tenant, now);
        });
  }

  private void giveUp(TenantOperationRepository.Open operation, String why) {
    Instant now = states.clock().instant();
    catalog.execute(
        handle -> {
          PastRecoveryRepository.failed(handle, operation.tenantId(), why, now);
          TenantOperationRepository.end(handle, operation.tenantId(), now);
        });
    try {
      Plan plan = catalog.read(handle -> RecoveryRepository.plan(handle, operation.payload()));
      planned(operation, plan).forEach(made -> discard(made.place()));
    } catch (EngineException e) {
      LOG.warn("A half made file of {} stays: {}", operation.tenant(), e.message());
    }
  }

  /** Deletes a file that is not in use, and what was recorded of it. */
  private void discard(TenantPlace place) {
    DatabaseFiles.delete(states.databases(), states.file(place), Deadline.in(WAIT_FOR_USERS));
    AtomicFiles.deleteTree(states.archives().historyOf(place).folder());
  }
}
