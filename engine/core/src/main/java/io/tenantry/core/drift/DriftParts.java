package io.tenantry.core.drift;

import io.tenantry.core.backups.SafetyBackups;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.workspaces.SchemaAdoption;
import java.time.InstantSource;

/**
 * What finding and mending drift needs of the rest of the engine.
 *
 * @param files finds the files of databases
 * @param schemas tells what versions say
 * @param differ works out what leads from one to the other
 * @param safety takes a backup before anything is lost
 * @param adoption makes versions of found schemas
 * @param workers look into that many files at a time
 */
public record DriftParts(
    Catalog catalog,
    TenantDatabases databases,
    TenantFiles files,
    VersionSchemas schemas,
    SchemaDiffer differ,
    SafetyBackups safety,
    SchemaAdoption adoption,
    WorkerPool workers,
    JobRunner jobs,
    Lanes lanes,
    InstantSource clock) {}
