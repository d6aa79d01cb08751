package io.tenantry.core.drift;

import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.drift.DriftCheckRepository.Target;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.Fingerprint;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Works one check off, page by page in catalog order. What a page found and how far the check is
 * are stored together, so a crash repeats one page at most.
 */
final class DriftCheckRun implements JobRunner.Job {
  private static final int PAGE = 1_024;
  private static final int LOOKS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Catalog catalog;
  private final TenantDatabases databases;
  private final TenantFiles files;
  private final WorkerPool workers;
  private final SchemaFingerprints fingerprints;
  private final InstantSource clock;
  private final DriftCheckRow check;

  DriftCheckRun(DriftParts parts, SchemaFingerprints fingerprints, DriftCheckRow check) {
    this.catalog = parts.catalog();
    this.databases = parts.databases();
    this.files = parts.files();
    this.workers = parts.workers();
    this.clock = parts.clock();
    this.fingerprints = fingerprints;
    this.check = check;
  }

  /** What a look at one database gave. */
  private sealed interface Looked {
    long tenantId();
  }

  private record AsExpected(long tenantId) implements Looked {}

  /** It is being changed by a deployment, which checks the schema itself. */
  private record Deploying(long tenantId) implements Looked {}

  private record Drifted(long tenantId, int expected, FoundSchema found) implements Looked {}

  private record Failed(long tenantId, String reason) implements Looked {}

  @Override
  public void run(StopSignal stop) {
    long after = check.after();
    while (!stop.isStopped()) {
      List<Target> page = targets(after);
      if (page.isEmpty()) {
        catalog.execute(
            handle -> {
              DriftCheckRepository.complete(handle, check.blueprintId(), clock.instant());
              DriftRepository.sweep(handle);
            });
        return;
      }
      Map<Integer, String> versions = versions();
      List<Looked> looked = workers.map(page, target -> look(target, versions));
      after = page.getLast().tenantId();
      store(looked, after);
    }
  }

  private List<Target> targets(long after) {
    return catalog.read(handle -> DriftCheckRepository.targets(handle, check, after, PAGE));
  }

  private Map<Integer, String> versions() {
    return catalog.read(handle -> DriftRepository.versions(handle, check.blueprintId()));
  }

  /** A deployment or another move may come between; the catalog is asked again then. */
  private Looked look(Target first, Map<Integer, String> known) {
    Target target = first;
    Map<Integer, String> versions = known;
    for (int i = 0; i < LOOKS; i++) {
      if (!isAtRest(target.status())) {
        return new Failed(target.tenantId(), "is " + target.status().code());
      }
      try {
        Optional<FoundSchema> found = found(target, versions);
        if (found.isEmpty()) {
          return new AsExpected(target.tenantId());
        }
        Optional<Target> now = again(target);
        if (now.isEmpty() || now.get().isDeploying()) {
          return new Deploying(target.tenantId());
        }
        if (now.get().equals(target)) {
          return new Drifted(target.tenantId(), target.minor(), found.get());
        }
        target = now.get();
        versions = versions();
      } catch (EngineException e) {
        return new Failed(target.tenantId(), e.message());
      }
    }
    return new Failed(target.tenantId(), "is being changed");
  }

  private static boolean isAtRest(TenantStatus status) {
    return switch (status) {
      case READY, SYNCING, SUSPENDED -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING -> false;
    };
  }

  /** Returns what lies in the file, unless it is what the catalog says. */
  private Optional<FoundSchema> found(Target target, Map<Integer, String> versions) {
    DatabaseFile file = DatabaseFile.tenant(files.of(target.place()));
    try (Lease lease = databases.visit(file, false, Deadline.in(PATIENCE))) {
      SqliteDatabase database = lease.database();
      int minor = database.userVersion();
      Fingerprint fingerprint = fingerprints.of(database);
      return minor == target.minor() && fingerprint.value().equals(versions.get(minor))
          ? Optional.empty()
          : Optional.of(FoundSchema.of(minor, SchemaSnapshot.read(database)));
    }
  }

  private Optional<Target> again(Target target) {
    return catalog.read(handle -> DriftCheckRepository.target(handle, check, target.tenantId()));
  }

  private void store(List<Looked> looked, long after) {
    catalog.execute(
        handle -> {
          DriftRepository.clear(handle, check.blueprintId(), asExpected(looked));
          int drifted = 0;
          int failed = 0;
          for (Looked each : looked) {
            store(handle, each);
            failed += each instanceof Failed ? 1 : 0;
            drifted += each instanceof Drifted && !isAccepted(handle, each.tenantId()) ? 1 : 0;
          }
          DriftCheckRepository.progress(
              handle, check.blueprintId(), after, looked.size(), drifted, failed);
        });
  }

  private static List<Long> asExpected(List<Looked> looked) {
    return looked.stream().filter(AsExpected.class::isInstance).map(Looked::tenantId).toList();
  }

  private void store(Handle handle, Looked looked) {
    long blueprint = check.blueprintId();
    switch (looked) {
      case AsExpected _, Deploying _ -> {}
      case Drifted(long tenant, int expected, FoundSchema found) ->
          DriftRepository.put(
              handle, blueprint, tenant, State.DRIFTED, expected, found, clock.instant());
      case Failed(long tenant, String reason) ->
          DriftCheckRepository.error(handle, blueprint, tenant, reason);
    }
  }

  private boolean isAccepted(Handle handle, long tenant) {
    return DriftRepository.find(handle, check.blueprintId(), tenant)
        .filter(drift -> drift.state() == State.ACCEPTED)
        .isPresent();
  }
}
