package io.tenantry.core.imports;

import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.DataImport.MappedTenant;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An import as the catalog knows it, with its counts. */
record ImportRow(
    ImportId id,
    ProjectId project,
    WorkspaceName workspace,
    Tier tier,
    Options options,
    ImportStatus status,
    boolean isSorted,
    boolean isCancelling,
    List<String> warnings,
    Optional<String> error,
    Counts counts,
    Instant createdAt,
    Optional<Instant> completedAt) {

  /** What was asked for. */
  record Options(String routingField, boolean dropRoutingColumn, boolean createTenants) {}

  /** How far it is. */
  record Counts(int total, int done, int failed, long rows) {}

  DataImport view(List<String> errors, List<MappedTenant> tenants) {
    return new DataImport(
        id,
        workspace,
        options.routingField(),
        status,
        counts.total(),
        counts.done(),
        counts.failed(),
        counts.rows(),
        error.map(List::of).orElse(errors),
        warnings,
        tenants,
        createdAt,
        completedAt);
  }
}
