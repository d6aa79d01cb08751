package io.tenantry.contract.users;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.projects.ProjectId;

/**
 * Who is asking.
 *
 * @param namespace the project: first part of every address
 * @param role what the credential may do
 */
public record UserIdentity(ProjectId namespace, Role role) {}
