package io.tenantry.core;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.accounts.AccountService;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.deployments.DeploymentEngine;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.projects.ProjectCreation;
import io.tenantry.core.projects.ProjectPasswords;
import io.tenantry.core.projects.ProjectRemoval;
import io.tenantry.core.queries.QueryEngine;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.tenants.TenantEngine;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantRecovery;
import io.tenantry.core.tenants.TenantTargetRepository;
import io.tenantry.core.workspaces.WorkspaceEngine;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The composition root: builds every part of the engine in order and closes them in reverse. */
final class Wiring implements AutoCloseable {
  private final Deque<Runnable> closers;
  private final Instant startedAt;
  private final DataFolder folder;
  private final Catalog catalog;
  private final PublicAddress address = new PublicAddress();
  private final Authenticator authenticator;
  private final KeyIssuer keys;
  private final ProjectCreation projectCreation;
  private final ProjectRemoval projectRemoval;
  private final AccountService accounts;
  private final DataPlane data;
  private final WorkspaceEngine workspaces;
  private final VersionSchemas schemas;
  private final TenantEngine tenants;
  private final TenantRecovery tenantRecovery;
  private final QueryEngine queries;
  private final DeploymentEngine deployments;

  private Wiring(EngineConfig config, Deque<Runnable> closers) {
    Clock clock = config.clock();
    this.closers = closers;
    startedAt = clock.instant();
    folder = DataFolder.open(config.dataFolder(), startedAt, Catalog::check);
    closers.push(folder::close);
    boolean isNew = !Files.exists(folder.catalog());
    Secrets secrets = Secrets.open(folder.secretKey(), isNew);
    catalog = Catalog.open(folder.catalog());
    closers.push(catalog::close);
    authenticator = new Authenticator(catalog, clock);
    closers.push(authenticator::close);
    keys = new KeyIssuer(secrets, clock);
    projectCreation = new ProjectCreation(secrets, keys, config.tier(), clock);
    accounts =
        new AccountService(catalog, secrets, keys, projectCreation, config.signupMode(), clock);
    data = new DataPlane(config, closers);
    projectRemoval =
        new ProjectRemoval(catalog, folder, authenticator, List.of(this::closeDatabases));
    ImageCompiler compiler = new ImageCompiler(data.sqlite());
    workspaces =
        new WorkspaceEngine(
            catalog,
            folder,
            data.sqlite(),
            data.databases(),
            new ProjectPasswords(secrets),
            address,
            clock);
    schemas = new VersionSchemas(catalog, compiler);
    TenantFiles files = new TenantFiles(folder, data.databases());
    tenants =
        new TenantEngine(catalog, files, secrets, address, compiler, data.provisioning(), clock);
    tenantRecovery = new TenantRecovery(catalog, files, data.jobs(), clock);
    TenantTargetRepository targets = new TenantTargetRepository(files);
    queries = new QueryEngine(catalog, targets, data.databases(), data.lanes(), data.fanOut());
    deployments =
        new DeploymentEngine(
            catalog, data.databases(), files, secrets, data.deployments(), data.jobs(), clock);
  }

  static Wiring open(EngineConfig config) {
    Deque<Runnable> closers = new ArrayDeque<>();
    boolean done = false;
    try {
      Wiring wiring = new Wiring(config, closers);
      wiring.accounts.createOwner();
      wiring.recoveries().forEach(Recovery::atOpen);
      done = true;
      return wiring;
    } finally {
      if (!done) {
        closeAll(closers);
      }
    }
  }

  private List<Recovery> recoveries() {
    return List.of(projectRemoval, tenantRecovery, workspaces, deployments);
  }

  private void closeDatabases(ProjectId project) {
    folder.foldersOf(project).forEach(data.databases()::closeBelow);
  }

  Instant startedAt() {
    return startedAt;
  }

  DataFolder folder() {
    return folder;
  }

  Catalog catalog() {
    return catalog;
  }

  PublicAddress address() {
    return address;
  }

  Authenticator authenticator() {
    return authenticator;
  }

  KeyIssuer keys() {
    return keys;
  }

  ProjectCreation projectCreation() {
    return projectCreation;
  }

  ProjectRemoval projectRemoval() {
    return projectRemoval;
  }

  AccountService accounts() {
    return accounts;
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

  TenantEngine tenants() {
    return tenants;
  }

  QueryEngine queries() {
    return queries;
  }

  DeploymentEngine deployments() {
    return deployments;
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
