package io.tenantry.contract.accounts;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;

/**
 * A project that a login may enter.
 *
 * @param projectId its id
 * @param name its name
 * @param apiKey its administrator key
 */
public record ProjectAccess(ProjectId projectId, String name, Secret apiKey) {}
