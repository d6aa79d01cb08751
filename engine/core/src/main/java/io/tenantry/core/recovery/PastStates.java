package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Finds past states of dedicated databases and makes files of them. Any thread. */
final class PastStates {
  private static final Duration WAIT_FOR_READER = Duration.ofSeconds(10);

  private final Catalog catalog;
  private final TenantPlaces places;
  private final TenantDatabases databases;
  private final Archives archives;
  private final RecoveryConfig config;
  private final InstantSource clock;

  PastStates(
      Catalog catalog,
      TenantPlaces places,
      TenantDatabases databases,
      Archives archives,
      RecoveryConfig config,
      InstantSource clock) {
    this.catalog = catalog;
    this.places = places;
    this.databases = databases;
    this.archives = archives;
    this.config = config;
    this.clock = clock;
  }

  /** Work on the past of a database. */
  @FunctionalInterface
  interface Work<T> {
    T on(Timeline timeline) throws IOException;
  }

  RecoveryConfig config() {
    return config;
  }

  InstantSource clock() {
    return clock;
  }

  TenantDatabases databases() {
    return databases;
  }

  Archives archives() {
    return archives;
  }

  /** Returns the file of a place. */
  Path file(TenantPlace place) {
    return places.file(place);
  }

  /** Works on the past of a database; what a crash left unarchived is archived before. */
  <T> T with(RecoveryRepository.Database database, Work<T> work) {
    TenantPlace place = database.place();
    if (!place.isDedicated()) {
      throw notDedicated();
    }
    if (archives.open(place).isEmpty() && Files.exists(file(place))) {
      databases.withReader(
          new DatabaseFile(file(place), Profile.TENANT, Integer.MAX_VALUE),
          Deadline.in(WAIT_FOR_READER),
          _ -> true);
    }
    try (Timeline timeline = new Timeline(database, archives, clock.instant())) {
      return work.on(timeline);
    } catch (IOException e) {
      throw FileFailures.of("read the history of", archives.folderOf(place), e);
    }
  }

  /**
   * Makes a file of a past state.
   *
   * @throws EngineException BAD_REQUEST when the time cannot be recovered
   */
  void restore(RecoveryRepository.Database database, Instant time, Path target) {
    with(database, timeline -> Restore.to(target, timeline.require(time, config, clock.instant())));
  }

  RecoveryRepository.Database find(ProjectId project, TenantId tenant, WorkspaceName blueprint) {
    return catalog
        .read(handle -> RecoveryRepository.find(handle, project, tenant, blueprint))
        .orElseThrow(() -> missing(tenant, blueprint));
  }

  static EngineException missing(TenantId tenant, WorkspaceName blueprint) {
    return EngineException.notFound(
        "Tenant '%s' does not have blueprint '%s'".formatted(tenant, blueprint));
  }

  static EngineException notDedicated() {
    return EngineException.forbidden("PITR is only available for L2 (dedicated) tenants");
  }
}
