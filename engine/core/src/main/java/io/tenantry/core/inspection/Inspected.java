package io.tenantry.core.inspection;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.jobs.WorkerPool;
import java.time.Instant;

/**
 * A data folder that is looked at, and what helps to do so.
 *
 * @param folder where each file lies
 * @param catalog a copy of the catalog, brought to the present version
 * @param places where tenant databases lie
 * @param databases opens databases without changing them
 * @param expected the files that belong there
 * @param workers look at many things at a time
 * @param quick whether to leave out what takes long
 * @param now when the check began
 */
public record Inspected(
    DataFolder folder,
    Catalog catalog,
    TenantPlaces places,
    UntouchedDatabases databases,
    ExpectedFiles expected,
    WorkerPool workers,
    boolean quick,
    Instant now) {}
