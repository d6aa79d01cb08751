package io.tenantry.core.backups;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.tenants.TenantFiles;
import java.time.InstantSource;

/**
 * What backups are made of and where they go.
 *
 * @param catalog knows all databases and backups
 * @param folder holds the files of backups
 * @param tenants knows the files of databases
 * @param databases opens them
 * @param sqlite opens scratch copies
 * @param clock tells the time
 */
public record BackupStorage(
    Catalog catalog,
    DataFolder folder,
    TenantFiles tenants,
    TenantDatabases databases,
    Sqlite sqlite,
    InstantSource clock) {}
