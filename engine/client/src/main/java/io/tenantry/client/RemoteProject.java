package io.tenantry.client;

import io.tenantry.client.apikeys.RemoteApiKeys;
import io.tenantry.client.backups.RemoteBackupFleet;
import io.tenantry.client.backups.RemoteBackups;
import io.tenantry.client.blueprints.RemoteBlueprints;
import io.tenantry.client.deployments.RemoteDeployments;
import io.tenantry.client.drift.RemoteDrift;
import io.tenantry.client.drills.RemoteDrills;
import io.tenantry.client.http.HttpCalls;
import io.tenantry.client.imports.RemoteImports;
import io.tenantry.client.logs.RemoteLogs;
import io.tenantry.client.logs.RemoteProjectLogs;
import io.tenantry.client.projects.RemoteProjects;
import io.tenantry.client.queries.RemoteQueries;
import io.tenantry.client.recovery.RemotePointInTimeRecovery;
import io.tenantry.client.samples.RemoteSamples;
import io.tenantry.client.tenants.RemoteTenants;
import io.tenantry.client.users.RemoteUsers;
import io.tenantry.client.workspaces.RemoteWorkspaces;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.ApiKeys;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drills.Drills;
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
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.projects.ProjectEndpoints;

/** A project behind HTTP, as one credential sees it. */
final class RemoteProject implements Project {
  private final HttpCalls calls;

  RemoteProject(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public Whoami whoami() {
    return calls.call(ProjectEndpoints.WHOAMI);
  }

  @Override
  public EngineStatus status() {
    return calls.call(InfoEndpoints.STATUS);
  }

  @Override
  public Projects projects() {
    return new RemoteProjects(calls);
  }

  @Override
  public ApiKeys apiKeys() {
    return new RemoteApiKeys(calls);
  }

  @Override
  public Workspaces workspaces() {
    return new RemoteWorkspaces(calls);
  }

  @Override
  public Blueprints blueprints() {
    return new RemoteBlueprints(calls);
  }

  @Override
  public Tenants tenants() {
    return new RemoteTenants(calls);
  }

  @Override
  public TenantSamples samples() {
    return new RemoteSamples(calls);
  }

  @Override
  public Queries queries() {
    return new RemoteQueries(calls);
  }

  @Override
  public Drift drift() {
    return new RemoteDrift(calls);
  }

  @Override
  public Deployments deployments() {
    return new RemoteDeployments(calls);
  }

  @Override
  public Users users() {
    return new RemoteUsers(calls);
  }

  @Override
  public Backups backups() {
    return new RemoteBackups(calls);
  }

  @Override
  public BackupFleet backupFleet() {
    return new RemoteBackupFleet(calls);
  }

  @Override
  public Drills drills() {
    return new RemoteDrills(calls);
  }

  @Override
  public Imports imports() {
    return new RemoteImports(calls);
  }

  @Override
  public Logs logs() {
    return new RemoteLogs(calls);
  }

  @Override
  public ProjectLogs projectLogs() {
    return new RemoteProjectLogs(calls);
  }

  @Override
  public PointInTimeRecovery recovery() {
    return new RemotePointInTimeRecovery(calls);
  }
}
