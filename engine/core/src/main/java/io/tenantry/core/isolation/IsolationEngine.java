package io.tenantry.core.isolation;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.tenants.TenantAccess;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantHosts;
import io.tenantry.core.tenants.TenantOperationRepository;
import io.tenantry.core.tenants.TenantTarget;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Starts moves, and goes on with those that a crash cut short. Any thread. */
public final class IsolationEngine implements TenantHosts, Recovery {
  private static final String KIND = "isolation";

  /** Shorter than statements wait, so that they run in any case. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(8);

  private final Catalog catalog;
  private final TenantDatabases databases;
  private final TenantFiles files;
  private final TenantTargetRepository targets;
  private final RetiredFiles retired;
  private final Regions regions;
  private final InstantSource clock;
  private final MoveQueue queue;
  private final Duration longestHold;
  private final Milestone.Watcher watcher;

  /** Puts the parts together. */
  public IsolationEngine(
      Catalog catalog,
      TenantDatabases databases,
      TenantFiles files,
      RetiredFiles retired,
      Regions regions,
      JobRunner jobs,
      InstantSource clock) {
    this(
        new Parts(catalog, databases, files, retired, regions, clock),
        jobs,
        LONGEST_HOLD,
        Milestone.Watcher.NONE);
  }

  /** What moves work with. */
  record Parts(
      Catalog catalog,
      TenantDatabases databases,
      TenantFiles files,
      RetiredFiles retired,
      Regions regions,
      InstantSource clock) {}

  /**
   * Puts the parts together.
   *
   * @param longestHold how long a switch waits for those who use the database
   * @param watcher is told how far moves have got
   */
  IsolationEngine(Parts parts, JobRunner jobs, Duration longestHold, Milestone.Watcher watcher) {
    this.catalog = parts.catalog;
    this.databases = parts.databases;
    this.files = parts.files;
    this.targets = new TenantTargetRepository(parts.files);
    this.retired = parts.retired;
    this.regions = parts.regions;
    this.clock = parts.clock;
    this.queue = new MoveQueue(jobs, (move, stop) -> new MoveRun(this, move, stop).run());
    this.longestHold = longestHold;
    this.watcher = watcher;
  }

  @Override
  public Optional<String> zoneFor(int isolationLevel, String field, Optional<String> wanted) {
    return regions.zoneFor(isolationLevel, field, wanted);
  }

  @Override
  public IsolationStarted start(Caller caller, TenantId tenant, ChangeIsolation request) {
    caller.requireAdmin();
    Move move = catalog.write(handle -> start(handle, caller, tenant, request));
    queue.add(move);
    return move.started();
  }

  private Move start(Handle handle, Caller caller, TenantId tenant, ChangeIsolation request) {
    TenantAccess.whole(handle, caller, tenant);
    ProjectId project = caller.projectId();
    TenantTarget target =
        targets.get(
            handle, project, tenant, BlueprintHeads.get(handle, project, request.blueprint()));
    TenantPlace from = target.place();
    Optional<String> region = region(from, request);
    requireChange(from, request, region);
    if (request.isolationLevel() == 2) {
      caller.tier().requireDedicated();
    }
    Instant now = clock.instant();
    int generation = TenantOperationRepository.nextGeneration(handle, target.tenantId(), from);
    TenantPlace to =
        new TenantPlace(
            project, from.blueprint(), tenant, request.isolationLevel(), region, generation);
    long id = IsolationRepository.insert(handle, target.tenantId(), from, to, now);
    TenantOperationRepository.begin(
        handle, project, tenant, KIND, TenantStatus.SYNCING, "{\"change\":" + id + "}", now);
    return new Move(id, target.tenantId(), from, to);
  }

  /** Without a wish it stays in its region. */
  private Optional<String> region(TenantPlace from, ChangeIsolation request) {
    return regions.zoneFor(
        request.isolationLevel(),
        "region",
        request
            .region()
            .or(() -> request.isolationLevel() == 2 ? from.region() : Optional.empty()));
  }

  private static void requireChange(
      TenantPlace from, ChangeIsolation request, Optional<String> region) {
    if (from.isolationLevel() == request.isolationLevel() && from.region().equals(region)) {
      throw EngineException.badField(
          request.region().isPresent() ? "region" : "isolation_level",
          "Database '%s' has isolation level %d%s already"
              .formatted(
                  from.database(),
                  from.isolationLevel(),
                  region.map(zone -> " in region '" + zone + "'").orElse("")));
    }
  }

  @Override
  public List<IsolationChange> changes(Caller caller, TenantId tenant) {
    caller.requireRead();
    return catalog.read(
        handle -> {
          TenantAccess access = TenantAccess.of(handle, caller, tenant);
          return IsolationRepository.of(handle, access.tenantId(), access.blueprints());
        });
  }

  /**
   * Checks that every region is configured in which files are, before anybody looks for them.
   *
   * @throws EngineException BAD_REQUEST naming one that is not
   */
  public void requireRegions() {
    regions.requireAll(catalog.read(IsolationRepository::regions));
  }

  /** Begins anew with all moves that have not ended; statements run at the old place meanwhile. */
  @Override
  public void atOpen() {
    List<Move> running = catalog.read(IsolationRepository::running);
    if (running.isEmpty()) {
      return;
    }
    catalog.execute(
        handle ->
            running.forEach(
                move ->
                    TenantOperationRepository.setStatus(
                        handle, move.tenantId(), TenantStatus.SYNCING, clock.instant())));
    running.forEach(queue::add);
  }

  /** Waits until no move of a project is under way, because the project is gone. */
  public void awaitEnd(ProjectId project) {
    queue.awaitEnd(project);
  }

  void reached(Milestone milestone) {
    watcher.reached(milestone);
  }

  Catalog catalog() {
    return catalog;
  }

  TenantDatabases databases() {
    return databases;
  }

  TenantFiles files() {
    return files;
  }

  Duration longestHold() {
    return longestHold;
  }

  RetiredFiles retired() {
    return retired;
  }

  InstantSource clock() {
    return clock;
  }
}
