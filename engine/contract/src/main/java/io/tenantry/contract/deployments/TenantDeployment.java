package io.tenantry.contract.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * One deployment, seen from a tenant.
 *
 * @param jobId the deployment
 * @param blueprintId name of the blueprint
 * @param version the version it brings
 * @param fromVersion the version the tenant was on; absent before its turn came
 * @param status how far the tenant is
 * @param error why it failed
 * @param startedAt when the deployment was created, UTC, whole seconds
 * @param completedAt UTC, whole seconds; absent until the tenant ended
 * @param durationMs time the tenant took, milliseconds; absent until it ended
 */
public record TenantDeployment(
    DeploymentId jobId,
    WorkspaceName blueprintId,
    Version version,
    Optional<Version> fromVersion,
    DeploymentTenant.State status,
    Optional<String> error,
    Instant startedAt,
    Optional<Instant> completedAt,
    Optional<Double> durationMs) {}
