package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drills.Drills;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.imports.Imports;
import io.tenantry.contract.info.EngineStatus;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.projects.Projects;
import io.tenantry.contract.projects.Whoami;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.recovery.PointInTimeRecovery;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.users.Users;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.core.access.Caller;
import io.tenantry.core.apikeys.ApiKeyService;
import io.tenantry.core.backups.BackupFleetService;
import io.tenantry.core.backups.BackupService;
import io.tenantry.core.blueprints.BlueprintService;
import io.tenantry.core.deployments.DeploymentService;
import io.tenantry.core.drift.DriftService;
import io.tenantry.core.drills.DrillService;
import io.tenantry.core.events.Follow;
import io.tenantry.core.imports.ImportService;
import io.tenantry.core.logs.LogService;
import io.tenantry.core.logs.ProjectLogService;
import io.tenantry.core.projects.ProjectService;
import io.tenantry.core.queries.QueryService;
import io.tenantry.core.recovery.RecoveryService;
import io.tenantry.core.samples.SampleService;
import io.tenantry.core.sources.Reader;
import io.tenantry.core.sources.SourceAccess;
import io.tenantry.core.tenants.TenantService;
import io.tenantry.core.users.UserService;
import io.tenantry.core.workspaces.WorkspaceService;
import java.util.Optional;

/**
 * A project as one credential sees it. Every getter asks anew who the credential belongs to, so
 * that a revoked key ends at once. Any thread.
 */
final class LocalProject implements Project {
  private static final String EMAIL = "SELECT email FROM customer WHERE id = :id";

  private final Wiring wiring;
  private final Credential credential;

  LocalProject(Wiring wiring, Credential credential) {
    this.wiring = wiring;
    this.credential = credential;
  }

  @Override
  public Whoami whoami() {
    Caller caller = caller();
    Optional<String> email = isOwner() ? Optional.empty() : emailOf(caller);
    return new Whoami(
        email,
        caller.projectId(),
        caller.projectName(),
        caller.role(),
        caller.scope().type(),
        caller.scope().values());
  }

  private boolean isOwner() {
    return credential instanceof Credential.Owner;
  }

  private Optional<String> emailOf(Caller caller) {
    return wiring
        .control()
        .catalog()
        .read(
            handle ->
                handle
                    .createQuery(EMAIL)
                    .bind("id", caller.customerId())
                    .mapTo(String.class)
                    .findOne());
  }

  @Override
  public EngineStatus status() {
    Caller caller = caller();
    caller.requireRead();
    return new EngineFigures(wiring).of(caller);
  }

  @Override
  public Projects projects() {
    return new ProjectService(
        wiring.control().catalog(),
        wiring.control().keys(),
        wiring.control().projectCreation(),
        wiring.projectRemoval(),
        wiring.control().authenticator(),
        caller(),
        isOwner());
  }

  @Override
  public ApiKeys apiKeys() {
    return new ApiKeyService(
        wiring.control().catalog(),
        wiring.control().keys(),
        wiring.control().authenticator(),
        caller());
  }

  @Override
  public Workspaces workspaces() {
    return new WorkspaceService(wiring.workspaces(), wiring.data().lanes(), caller(), sources());
  }

  @Override
  public Blueprints blueprints() {
    return new BlueprintService(
        wiring.control().catalog(),
        wiring.schemas(),
        wiring.paths(),
        wiring.data().lanes(),
        caller());
  }

  @Override
  public Tenants tenants() {
    return new TenantService(wiring.tenants(), caller());
  }

  @Override
  public TenantSamples samples() {
    return new SampleService(wiring.samples(), caller());
  }

  @Override
  public Queries queries() {
    return new QueryService(wiring.queries(), wiring.recovery().past(), caller());
  }

  @Override
  public Drift drift() {
    return new DriftService(wiring.drift(), caller());
  }

  @Override
  public Deployments deployments() {
    return new DeploymentService(wiring.deployments(), caller(), follow());
  }

  @Override
  public Logs logs() {
    return new LogService(wiring.logs(), caller(), follow());
  }

  @Override
  public ProjectLogs projectLogs() {
    return new ProjectLogService(wiring.logs(), caller(), follow());
  }

  private Follow follow() {
    return new Follow(wiring.followings(), wiring.data().lanes(), this::caller);
  }

  @Override
  public Users users() {
    return new UserService(
        wiring.users(),
        wiring.control().authenticator().authenticate(credential),
        credential instanceof Credential.UserToken);
  }

  @Override
  public Backups backups() {
    return new BackupService(wiring.backups(), caller());
  }

  @Override
  public BackupFleet backupFleet() {
    return new BackupFleetService(wiring.backups(), caller());
  }

  @Override
  public Drills drills() {
    return new DrillService(wiring.drills(), caller());
  }

  @Override
  public Imports imports() {
    return new ImportService(wiring.imports().engine(), sources(), workspaces(), caller());
  }

  /** A key may have come over a network; the owner is known in this process only. */
  private SourceAccess sources() {
    Reader reader = isOwner() ? Reader.OWNER_IN_PROCESS : Reader.KEY_HOLDER;
    return new SourceAccess(wiring.imports().sources(), reader);
  }

  @Override
  public PointInTimeRecovery recovery() {
    return new RecoveryService(wiring.recovery(), wiring.data().lanes(), caller());
  }

  private Caller caller() {
    if (credential instanceof Credential.UserToken) {
      throw EngineException.forbidden("A user's token opens the user's database and nothing else");
    }
    return wiring.control().authenticator().authenticate(credential);
  }
}
