package io.tenantry.core.recovery;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.recovery.KeptFileRepository.Kept;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what a tenant had before its last recovery. Any thread.
 *
 * <p>Steps, and what a crash after each leaves:
 *
 * <ol>
 *   <li>One transaction sets the tenant recovering. Crash: the next opening goes on with step 2.
 *   <li>The users of the databases end; they are closed.
 *   <li>One transaction makes the kept files the databases, with the versions they say they have,
 *       gives the others up for deletion, and ends the operation. Crash before: the recovered
 *       databases, and the opening goes on; after: those from before.
 * </ol>
 */
final class RecoveryUndoing {
  /** The kind of the operation. */
  static final String KIND = "recovery_undo";

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryUndoing.class);
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(30);

  private final Catalog catalog;
  private final PastStates states;
  private final SchemaFingerprints fingerprints;

  RecoveryUndoing(Catalog catalog, PastStates states, SchemaFingerprints fingerprints) {
    this.catalog = catalog;
    this.states = states;
    this.fingerprints = fingerprints;
  }

  /** Carries out all steps. */
  void undo(ProjectId project, TenantId name, long tenant) {
    Instant now = states.clock().instant();
    catalog.execute(
        handle -> {
          long begun =
              TenantOperationRepository.begin(
                  handle, project, name, KIND, TenantStatus.RECOVERING, "{}", now);
          if (begun != tenant || KeptFileRepository.undoable(handle, tenant, now).isEmpty()) {
            throw EngineException.conflict(
                ConflictKind.STATE, "Nothing to undo for tenant '%s'".formatted(name));
          }
        });
    finish(tenant, now);
  }

  /** Goes on after a crash. */
  void resume(TenantOperationRepository.Open operation) {
    try {
      finish(operation.tenantId(), operation.startedAt());
    } catch (EngineException e) {
      LOG.error("The undo of the recovery of {} failed", operation.tenant(), e);
    }
  }

  /** Steps 2 and 3; what fails leaves the recovered databases. */
  private void finish(long tenant, Instant begun) {
    boolean done = false;
    try {
      List<Kept> kept = catalog.read(handle -> KeptFileRepository.undoable(handle, tenant, begun));
      Map<Kept, FileVersion> versions = new LinkedHashMap<>();
      for (Kept each : kept) {
        states
            .databases()
            .withClosed(states.file(replacement(each)), Deadline.in(WAIT_FOR_USERS), () -> true);
        versions.put(each, versionOf(each.place()));
      }
      switchBack(tenant, versions);
      done = true;
    } finally {
      if (!done) {
        catalog.execute(
            handle -> TenantOperationRepository.end(handle, tenant, states.clock().instant()));
      }
    }
  }

  private FileVersion versionOf(TenantPlace place) {
    return states
        .databases()
        .withReader(
            DatabaseFile.tenant(states.file(place)),
            Deadline.in(WAIT_FOR_USERS),
            database -> FileVersion.of(database, fingerprints));
  }

  private static TenantPlace replacement(Kept kept) {
    return kept.place().withGeneration(kept.replacedBy().orElseThrow());
  }

  private void switchBack(long tenant, Map<Kept, FileVersion> versions) {
    Instant now = states.clock().instant();
    catalog.execute(
        handle -> {
          versions.forEach(
              (kept, version) -> {
                TenantOperationRepository.switchTo(handle, tenant, kept.place());
                RecoveryRepository.setVersion(handle, tenant, kept.place(), version);
                PastRecoveryRepository.undone(
                    handle, tenant, kept.place().blueprint(), kept.replacedBy().orElseThrow());
                KeptFileRepository.delete(handle, kept.id());
                KeptFileRepository.discard(handle, tenant, replacement(kept), now);
              });
          TenantOperationRepository.end(handle, tenant, now);
        });
  }
}
