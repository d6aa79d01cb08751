package io.tenantry.core;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.backups.BackupEngine;
import io.tenantry.core.backups.BackupLeftovers;
import io.tenantry.core.blueprints.VersionPaths;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.deployments.DeploymentEngine;
import io.tenantry.core.deployments.DeploymentTools;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.drift.DriftEngine;
import io.tenantry.core.drift.DriftParts;
import io.tenantry.core.drills.DrillEngine;
import io.tenantry.core.events.Followings;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.isolation.IsolationEngine;
import io.tenantry.core.isolation.RetiredFiles;
import io.tenantry.core.logs.LogEngine;
import io.tenantry.core.logs.QueryLogs;
import io.tenantry.core.projects.PasswordHashes;
import io.tenantry.core.projects.ProjectPasswords;
import io.tenantry.core.projects.ProjectRemoval;
import io.tenantry.core.queries.Hold;
import io.tenantry.core.queries.QueryEngine;
import io.tenantry.core.recovery.Archives;
import io.tenantry.core.recovery.RecoveryEngine;
import io.tenantry.core.samples.SampleEngine;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sessions.SessionEngine;
import io.tenantry.core.sessions.SessionParts;
import io.tenantry.core.tenants.Provisioning;
import io.tenantry.core.tenants.RestoredTenants;
import io.tenantry.core.tenants.TenantEngine;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantLeftovers;
import io.tenantry.core.tenants.TenantRecovery;
import io.tenantry.core.tenants.TenantRemoval;
import io.tenantry.core.tenants.TenantTargetRepository;
import io.tenantry.core.tenants.TenantViews;
import io.tenantry.core.users.UserEngine;
import io.tenantry.core.users.UserSweep;
import io.tenantry.core.workspaces.WorkspaceEngine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The composition root: builds every part of the engine in order and closes them in reverse. */
final class Wiring implements AutoCloseable {
  private final Deque<Runnable> closers;
  private final ControlPlane control;
  private final QueryLogs queryLogs;
  private final DataPlane data;
  private final Followings followings;
  private final Regions regions;
  private final TenantPlaces places;
  private final ProjectRemoval projectRemoval;
  private final WorkspaceEngine workspaces;
  private final VersionSchemas schemas;
  private final VersionPaths paths;
  private final RetiredFiles retired;
  private final IsolationEngine isolation;
  private final TenantEngine tenants;
  private final TenantRecovery tenantRecovery;
  private final QueryEngine queries;
  private final BackupEngine backups;
  private final DrillEngine drills;
  private final RecoveryEngine recovery;
  private final DeploymentEngine deployments;
  private final DriftEngine drift;
  private final UserEngine users;
  private final UserSweep userSweep;
  private final ImportPlane imports;
  private final LogEngine logs;
  private final SampleEngine samples;
  private final SessionEngine sessions;

  private Wiring(EngineConfig config, Deque<Runnable> closers) {
    this.closers = closers;
    control = new ControlPlane(config, closers);
    queryLogs = LogWiring.queryLogs(config, control, closers);
    regions = new Regions(config.regions());
    places = new TenantPlaces(control.folder(), regions);
    Archives archives = new Archives(control.folder(), places, control.clock());
    closers.push(archives::close);
    data = new DataPlane(config, archives, closers);
    followings = new Followings(data.lanes());
    closers.push(followings::close);
    projectRemoval = newProjectRemoval();
    workspaces = workspaceEngine();
    ImageCompiler compiler = new ImageCompiler(data.sqlite());
    schemas = new VersionSchemas(control.catalog(), compiler);
    paths = new VersionPaths(control.catalog(), schemas, data.sqlite());
    TenantFiles files = new TenantFiles(places, data.databases());
    List<TenantLeftovers> leftovers = new ArrayList<>(List.of(queryLogs, backupLeftovers(files)));
    retired = new RetiredFiles(control.catalog(), files);
    leftovers.add(retired);
    TenantRemoval removal = new TenantRemoval(control.catalog(), files, leftovers, control.clock());
    isolation = isolationEngine(files);
    tenants = tenantEngine(files, removal, compiler);
    tenantRecovery = new TenantRecovery(tenants, files, data.jobs());
    queries = queryEngine(files);
    RestoredTenants restored = new RestoredTenants(tenants, files);
    backups = BackupWiring.engine(config, control, data, files, restored, closers);
    drills = drillEngine();
    recovery = RecoveryWiring.engine(config, control, data, places, archives, restored, closers);
    leftovers.add(recovery);
    deployments = deploymentEngine(config, files);
    drift = driftEngine(files);
    users = userEngine();
    userSweep = userSweep(removal);
    leftovers.add(userSweep);
    imports = new ImportPlane(control, data, regions, config.imports(), files, compiler);
    logs = LogWiring.logs(control, data, files, queryLogs);
    samples = LogWiring.samples(control, data, files, queryLogs, closers);
    sessions = sessionEngine(config);
  }

  private ProjectRemoval newProjectRemoval() {
    return new ProjectRemoval(
        control.catalog(),
        control.folder(),
        places,
        control.authenticator(),
        List.of(this::endMoves, this::closeDatabases, queryLogs));
  }

  private DriftEngine driftEngine(TenantFiles files) {
    return new DriftEngine(
        new DriftParts(
            control.catalog(),
            data.databases(),
            files,
            schemas,
            new SchemaDiffer(data.sqlite()),
            backups.safety(),
            workspaces.adoption(),
            data.fanOut(),
            data.jobs(),
            data.lanes(),
            control.clock()));
  }

  private WorkspaceEngine workspaceEngine() {
    return new WorkspaceEngine(
        control.catalog(),
        control.folder(),
        data.sqlite(),
        data.databases(),
        new ProjectPasswords(control.secrets()),
        control.address(),
        control.clock());
  }

  private TenantEngine tenantEngine(
      TenantFiles files, TenantRemoval removal, ImageCompiler compiler) {
    return new TenantEngine(
        control.catalog(),
        control.secrets(),
        new TenantViews(files, control.secrets(), control.address()),
        new Provisioning(
            control.catalog(), files, compiler, data.provisioning(), data.jobs(), control.clock()),
        removal,
        isolation,
        control.clock());
  }

  private IsolationEngine isolationEngine(TenantFiles files) {
    return new IsolationEngine(
        control.catalog(), data.databases(), files, retired, regions, data.jobs(), control.clock());
  }

  private QueryEngine queryEngine(TenantFiles files) {
    return new QueryEngine(
        control.catalog(),
        new TenantTargetRepository(files),
        data.databases(),
        data.lanes(),
        data.fanOut(),
        queryLogs,
        control.clock());
  }

  private BackupLeftovers backupLeftovers(TenantFiles files) {
    return new BackupLeftovers(control.catalog(), control.folder(), files, data.databases());
  }

  private DrillEngine drillEngine() {
    return new DrillEngine(control.catalog(), control.secrets(), backups.trials(), control.clock());
  }

  private SessionEngine sessionEngine(EngineConfig config) {
    SessionEngine engine =
        new SessionEngine(
            config.sessions(),
            new SessionParts(data.databases(), data.lanes(), queries.log(), control.clock()),
            control.authenticator(),
            queries.routes(),
            new Hold(control.catalog()),
            workspaces);
    closers.push(engine::close);
    return engine;
  }

  private DeploymentEngine deploymentEngine(EngineConfig config, TenantFiles files) {
    return new DeploymentEngine(
        control.catalog(),
        control.secrets(),
        new DeploymentTools(
            data.databases(),
            files,
            data.deployments(),
            config.deploymentWorkers(),
            control.folder().trials(),
            paths,
            data.sqlite(),
            new ImageCompiler(data.sqlite()),
            backups.safety(),
            backups.puttingBack()),
        data.jobs(),
        control.clock());
  }

  private UserEngine userEngine() {
    return new UserEngine(
        control.catalog(),
        control.secrets(),
        control.authenticator(),
        tenants,
        workspaces,
        queries,
        control.clock());
  }

  private UserSweep userSweep(TenantRemoval removal) {
    UserSweep sweep =
        new UserSweep(
            control.catalog(), removal, control.authenticator(), data.jobs(), control.clock());
    sweep.every(data.scheduler());
    return sweep;
  }

  static Wiring open(EngineConfig config) {
    Deque<Runnable> closers = new ArrayDeque<>();
    boolean done = false;
    try {
      Wiring wiring = new Wiring(config, closers);
      wiring.control.accounts().createOwner();
      wiring.recoveries().forEach(Recovery::atOpen);
      wiring.backups.runBy(wiring.data.scheduler());
      done = true;
      return wiring;
    } finally {
      if (!done) {
        closeAll(closers);
      }
    }
  }

  private List<Recovery> recoveries() {
    return List.of(
        new TemporaryFiles(control.folder(), places, data.jobs()), // before any of these writes
        isolation::requireRegions,
        drift::renewFingerprints,
        projectRemoval,
        tenantRecovery,
        retired,
        isolation,
        workspaces,
        drift,
        backups,
        drills,
        recovery,
        imports.engine(),
        deployments,
        userSweep,
        new PasswordHashes(control.catalog(), new ProjectPasswords(control.secrets())));
  }

  private void endMoves(ProjectId project) {
    isolation.awaitEnd(project);
  }

  private void closeDatabases(ProjectId project) {
    places.foldersOf(project).forEach(data.databases()::closeBelow);
  }

  ControlPlane control() {
    return control;
  }

  Regions regions() {
    return regions;
  }

  ProjectRemoval projectRemoval() {
    return projectRemoval;
  }

  DataPlane data() {
    return data;
  }

  WorkspaceEngine workspaces() {
    return workspaces;
  }

  VersionSchemas schemas() {
    return schemas;
  }

  VersionPaths paths() {
    return paths;
  }

  TenantEngine tenants() {
    return tenants;
  }

  UserEngine users() {
    return users;
  }

  SessionEngine sessions() {
    return sessions;
  }

  QueryEngine queries() {
    return queries;
  }

  BackupEngine backups() {
    return backups;
  }

  DrillEngine drills() {
    return drills;
  }

  RecoveryEngine recovery() {
    return recovery;
  }

  DeploymentEngine deployments() {
    return deployments;
  }

  DriftEngine drift() {
    return drift;
  }

  ImportPlane imports() {
    return imports;
  }

  LogEngine logs() {
    return logs;
  }

  SampleEngine samples() {
    return samples;
  }

  Followings followings() {
    return followings;
  }

  @Override
  public void close() {
    closeAll(closers);
  }

  /**
   * Closes what was opened, last first, also when one of them fails; a second call finds nothing
   * left.
   */
  private static void closeAll(Deque<Runnable> closers) {
    synchronized (closers) {
      if (closers.isEmpty()) {
        return;
      }
      try {
        closers.pop().run();
      } finally {
        closeAll(closers);
      }
    }
  }
}
