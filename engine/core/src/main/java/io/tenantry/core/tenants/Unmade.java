package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;

/** A database that is announced; its file may or may not have been written. */
record Unmade(
    long databaseId, long tenantId, ProjectId project, WorkspaceName blueprint, TenantId tenant) {}
