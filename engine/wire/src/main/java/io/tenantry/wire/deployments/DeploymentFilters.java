package io.tenantry.wire.deployments;

import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.json.Fields;
import java.util.List;

/** A filter of deployments as query parameters, and back. */
public final class DeploymentFilters {
  private static final String NEWEST_FIRST = "created_desc";
  private static final String OLDEST_FIRST = "created";

  private DeploymentFilters() {}

  /** Writes a filter; what does not restrict is left out. */
  public static QueryParameters write(DeploymentFilter filter) {
    QueryParameters parameters =
        QueryParameters.none()
            .with("search", filter.search())
            .with("status", filter.status().map(DeploymentStatus::code))
            .with("blueprint", filter.blueprint());
    return switch (filter.sort()) {
      case CREATED_DESC -> parameters;
      case CREATED -> parameters.with("sort", OLDEST_FIRST);
    };
  }

  /**
   * Reads a filter.
   *
   * @throws EngineException BAD_REQUEST naming the parameter
   */
  public static DeploymentFilter read(QueryParameters parameters) {
    return new DeploymentFilter(
        parameters.text("search"),
        parameters.coded("status", DeploymentStatus.class),
        parameters.text("blueprint").map(WorkspaceName::existingBlueprint),
        sort(parameters.text("sort").orElse(NEWEST_FIRST)));
  }

  private static DeploymentFilter.Sort sort(String code) {
    return switch (code) {
      case NEWEST_FIRST -> DeploymentFilter.Sort.CREATED_DESC;
      case OLDEST_FIRST -> DeploymentFilter.Sort.CREATED;
      default -> throw Fields.notOneOf("sort", List.of(NEWEST_FIRST, OLDEST_FIRST));
    };
  }
}
