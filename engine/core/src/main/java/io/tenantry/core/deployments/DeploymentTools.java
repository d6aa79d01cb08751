package io.tenantry.core.deployments;

import io.tenantry.core.backups.PuttingBack;
import io.tenantry.core.backups.SafetyBackups;
import io.tenantry.core.blueprints.VersionPaths;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.tenants.TenantFiles;
import java.nio.file.Path;

/**
 * What deployments work with on tenants.
 *
 * @param databases opens them
 * @param files finds their files
 * @param workers change that many tenants at a time at most, over all deployments
 * @param width how many tenants a deployment changes at a time unless it says otherwise
 * @param scratch folder for the copies of dry runs; cleared at each start
 * @param paths knows the ways between versions
 * @param sqlite tries changes on databases in memory
 * @param compiler tries statements on empty databases
 * @param safety takes copies before data may be lost
 * @param puttingBack puts such copies back
 */
public record DeploymentTools(
    TenantDatabases databases,
    TenantFiles files,
    WorkerPool workers,
    int width,
    Path scratch,
    VersionPaths paths,
    Sqlite sqlite,
    ImageCompiler compiler,
    SafetyBackups safety,
    PuttingBack puttingBack) {}
