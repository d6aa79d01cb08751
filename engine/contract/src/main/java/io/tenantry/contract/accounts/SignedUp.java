package io.tenantry.contract.accounts;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;

/**
 * A created account.
 *
 * @param apiKey administrator key of the first project
 * @param projectId the first project
 */
public record SignedUp(Secret apiKey, ProjectId projectId) {}
