package io.tenantry.contract;

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

/**
 * A project as one credential sees it: every feature checks the role and the scope of that
 * credential. Any thread.
 */
public interface Project {

  /**
   * Says who is asking.
   *
   * @return e-mail of the account (absent for the owner of a local data folder), project, and what
   *     the credential may do there
   * @throws EngineException UNAUTHORIZED when the credential was revoked meanwhile
   */
  Whoami whoami();

  /**
   * Returns live figures of the engine for the status bar, as far as they concern the credential:
   * cheap, no disk access.
   */
  EngineStatus status();

  /** Returns the projects of the account. */
  Projects projects();

  /** Returns the API keys of the project. */
  ApiKeys apiKeys();

  /** Returns the workspaces, where schemas are designed. */
  Workspaces workspaces();

  /** Returns the blueprints and their versions. */
  Blueprints blueprints();

  /** Returns the tenants. */
  Tenants tenants();

  /** Returns how large tenants are and how they are used (an extension). */
  TenantSamples samples();

  /** Returns queries on one tenant and on many. */
  Queries queries();

  /** Returns what finds and mends databases whose schema is not the one of their version. */
  Drift drift();

  /** Returns the deployments of blueprint versions to tenants. */
  Deployments deployments();

  /** Returns the databases of single users and their tokens. */
  Users users();

  /** Returns the backups of tenants, and putting them back. */
  Backups backups();

  /** Returns how all tenants stand with their backups, and backups of many. */
  BackupFleet backupFleet();

  /** Returns restore drills, which prove that backups can be put back. */
  Drills drills();

  /** Returns imports of shared databases. */
  Imports imports();

  /** Returns what queries ran, and how the project and its tenants are used. */
  Logs logs();

  /** Returns what queries ran in the whole project (an extension). */
  ProjectLogs projectLogs();

  /** Returns point-in-time recovery. */
  PointInTimeRecovery recovery();
}
