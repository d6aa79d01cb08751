package io.tenantry.core.drift;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.differ.SchemaPlan;
import io.tenantry.core.drift.DriftOperationRepository.Interrupted;
import io.tenantry.core.drift.DriftOperationRepository.Verb;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Brings a drifted database and the catalog together again. The tenant is migrating meanwhile, so
 * nobody else moves, restores or changes it. Any thread.
 *
 * <p>Forcing back, and what a crash after each step leaves:
 *
 * <ol>
 *   <li>One catalog transaction notes the work. Crash: the next opening ends it; the drift stays.
 *   <li>A safety backup is taken. Crash: as before, with one safety backup more.
 *   <li>One transaction on the file runs the plan and sets the number of the version. Crash: the
 *       next opening finds the file as expected and forgets the drift.
 *   <li>One catalog transaction forgets the drift and ends the work.
 * </ol>
 *
 * <p>Adopting:
 *
 * <ol>
 *   <li>One catalog transaction notes the work. Crash: as above.
 *   <li>The workspace makes the version, crash safe by itself. Crash: the next opening finds a
 *       version with the found schema and goes on with step 3; when the version was taken back, it
 *       ends the work and the drift stays.
 *   <li>One transaction on the file sets the number of the version. Crash: the next opening does it
 *       once more.
 *   <li>One catalog transaction puts the tenant on the version, forgets the drift and ends the
 *       work.
 * </ol>
 */
final class DriftMending {
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(60);

  private final DriftParts parts;
  private final DriftPlans plans;
  private final SchemaFingerprints fingerprints;

  DriftMending(DriftParts parts, DriftPlans plans, SchemaFingerprints fingerprints) {
    this.parts = parts;
    this.plans = plans;
    this.fingerprints = fingerprints;
  }

  ForcedBack forceBack(Caller caller, DriftCase drift, ForceBack request) {
    SchemaPlan plan = plans.forcingBack(drift.blueprint().id(), drift.drift(), request.hints());
    if (plan.isDestructive() && !request.confirmLoss()) {
      throw unconfirmed(drift.target().tenant(), plan);
    }
    return working(
        caller,
        drift,
        Verb.FORCE_BACK,
        () -> {
          String backup = parts.safety().take(drift.target().place());
          run(drift, plan);
          parts.catalog().execute(handle -> forget(handle, drift));
          return new ForcedBack(
              drift.target().tenant(),
              drift.blueprint().name(),
              drift.expected(),
              backup,
              plan.steps());
        });
  }

  private static EngineException unconfirmed(TenantId tenant, SchemaPlan plan) {
    return new EngineException(
        ErrorCode.CONFLICT,
        "Forcing tenant '%s' back %s. Set confirm_loss to do it"
            .formatted(tenant, String.join("; ", plan.losses())),
        Map.of("losses", plan.losses(), "statements", plan.statements()),
        null);
  }

  private void run(DriftCase drift, SchemaPlan plan) {
    try {
      onFile(
          drift.target().file(),
          database -> {
            plan.run(
                database,
                () -> drift.requireFound(database, fingerprints),
                () -> database.userVersion(drift.drift().expectedMinor()));
            return true;
          });
    } catch (EngineException e) {
      throw e.code() == ErrorCode.BAD_REQUEST ? doesNotFit(drift, e) : e;
    }
  }

  private static EngineException doesNotFit(DriftCase drift, EngineException cause) {
    return new EngineException(
        ErrorCode.CONFLICT,
        "Tenant '%s' cannot be forced back to version %s: %s"
            .formatted(drift.target().tenant(), drift.expected(), cause.message()),
        Map.of("reason", cause.message()),
        cause);
  }

  Adopted adopt(Caller caller, DriftCase drift, AdoptDrift request) {
    OptionalInt known = versionOf(drift);
    List<PlanStep> steps = known.isPresent() ? List.of() : newSteps(drift, request);
    return working(
        caller,
        drift,
        Verb.ADOPT,
        () -> {
          requireFound(drift);
          if (known.isEmpty()) {
            makeVersion(caller, drift, steps);
          }
          int minor = versionOf(drift).orElseThrow();
          mark(drift, minor);
          return new Adopted(
              drift.target().tenant(),
              drift.blueprint().name(),
              new Version(1, minor),
              known.isEmpty(),
              steps);
        });
  }

  private List<PlanStep> newSteps(DriftCase drift, AdoptDrift request) {
    requireLatest(drift);
    return plans.adopting(drift.blueprint().id(), drift.drift(), request.hints()).steps();
  }

  private static void requireLatest(DriftCase drift) {
    int latest = drift.blueprint().latestMinor();
    if (drift.drift().expectedMinor() != latest) {
      throw EngineException.conflict(
          "Tenant '%s' is on version %s; only what differs from the latest version %s can become the next one"
              .formatted(drift.target().tenant(), drift.expected(), new Version(1, latest)));
    }
  }

  private void makeVersion(Caller caller, DriftCase drift, List<PlanStep> steps) {
    parts
        .adoption()
        .adopt(
            caller,
            drift.blueprint().name(),
            drift.blueprint().latestMinor(),
            "adopted from tenant " + drift.target().tenant(),
            steps);
  }

  /** Returns the newest version with the schema that was found. */
  private OptionalInt versionOf(DriftCase drift) {
    return parts
        .catalog()
        .read(handle -> DriftRepository.versions(handle, drift.blueprint().id()))
        .entrySet()
        .stream()
        .filter(version -> version.getValue().equals(drift.drift().foundFingerprint()))
        .mapToInt(Map.Entry::getKey)
        .max();
  }

  private void requireFound(DriftCase drift) {
    onFile(
        drift.target().file(),
        database -> {
          drift.requireFound(database, fingerprints);
          return true;
        });
  }

  /** Puts a database on the version whose schema it has. */
  private void mark(DriftCase drift, int minor) {
    onFile(
        drift.target().file(),
        database -> {
          database.inTransaction(() -> setVersion(database, drift, minor));
          return true;
        });
    parts
        .catalog()
        .execute(
            handle -> {
              DriftRepository.moveTo(
                  handle,
                  drift.blueprint().id(),
                  drift.target().tenantId(),
                  minor,
                  drift.drift().foundFingerprint(),
                  parts.clock().instant());
              forget(handle, drift);
            });
  }

  private void setVersion(SqliteDatabase database, DriftCase drift, int minor) {
    if (database.userVersion() != minor) {
      drift.requireFound(database, fingerprints);
      database.userVersion(minor);
    }
  }

  private void forget(Handle handle, DriftCase drift) {
    DriftRepository.clear(handle, drift.blueprint().id(), List.of(drift.target().tenantId()));
    DriftOperationRepository.end(handle, drift.target().tenantId(), parts.clock().instant());
  }

  /** Ends the work also when it fails; only a crash leaves it open. */
  private <T> T working(Caller caller, DriftCase drift, Verb verb, Supplier<T> work) {
    parts
        .catalog()
        .execute(
            handle ->
                DriftOperationRepository.begin(
                    handle, caller.projectId(), drift, verb, parts.clock().instant()));
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        end(drift.target().tenantId());
      }
    }
  }

  void end(long tenant) {
    parts
        .catalog()
        .execute(handle -> DriftOperationRepository.end(handle, tenant, parts.clock().instant()));
  }

  private <T> T onFile(Path file, Function<SqliteDatabase, T> work) {
    return parts.databases().withEngine(file, Deadline.in(WAIT_FOR_WRITERS), work);
  }

  /** Goes on with work that a crash cut short, or ends it where nothing was done yet. */
  void recover(Interrupted work, DriftCase drift) {
    switch (work.verb()) {
      case FORCE_BACK -> {
        if (isForcedBack(drift)) {
          parts.catalog().execute(handle -> forget(handle, drift));
        } else {
          end(drift.target().tenantId());
        }
      }
      case ADOPT -> {
        OptionalInt minor = versionOf(drift);
        if (minor.isPresent()) {
          mark(drift, minor.getAsInt());
        } else {
          end(drift.target().tenantId());
        }
      }
    }
  }

  private boolean isForcedBack(DriftCase drift) {
    String expected =
        parts
            .catalog()
            .read(handle -> DriftRepository.versions(handle, drift.blueprint().id()))
            .getOrDefault(drift.drift().expectedMinor(), "");
    return onFile(
        drift.target().file(),
        database ->
            database.userVersion() == drift.drift().expectedMinor()
                && fingerprints.of(database).value().equals(expected));
  }
}
