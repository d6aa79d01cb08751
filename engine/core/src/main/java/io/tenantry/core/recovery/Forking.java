package io.tenantry.core.recovery;

import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.RestoredTenants;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes new tenants of the past of others; {@link RestoredTenants} says what a crash leaves. The
 * state is written as the file of the new tenant at once: nothing is copied twice.
 */
final class Forking {
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(60);

  private final PastStates states;
  private final RestoredTenants tenants;
  private final SchemaFingerprints fingerprints;

  Forking(PastStates states, RestoredTenants tenants, SchemaFingerprints fingerprints) {
    this.states = states;
    this.tenants = tenants;
    this.fingerprints = fingerprints;
  }

  Tenant run(Caller caller, RecoveryRepository.Database database, ForkTenant request) {
    return tenants.create(
        caller, request.made(), request.blueprint(), place -> write(database, request, place));
  }

  private RestoredTenants.Content write(
      RecoveryRepository.Database database, ForkTenant request, TenantPlace place) {
    Path file = states.file(place);
    states.restore(database, request.timestamp(), file);
    FileVersion version =
        states
            .databases()
            .withReader(
                DatabaseFile.tenant(file),
                Deadline.in(WAIT_FOR_USERS),
                found -> FileVersion.of(found, fingerprints));
    return new RestoredTenants.Content(version.minor(), version.fingerprint());
  }
}
