package io.tenantry.core.drift;

import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;

/**
 * A check as the catalog keeps it.
 *
 * @param tenants JSON array of names, or empty for all
 * @param after the last tenant it has looked at
 */
record DriftCheckRow(
    long blueprintId, ProjectId project, Optional<String> tenants, long after, DriftCheck check) {

  WorkspaceName blueprint() {
    return check.blueprint();
  }

  DriftCheck with(List<String> errors) {
    return new DriftCheck(
        check.blueprint(),
        check.status(),
        check.total(),
        check.checked(),
        check.drifted(),
        check.failed(),
        errors,
        check.startedAt(),
        check.completedAt());
  }
}
