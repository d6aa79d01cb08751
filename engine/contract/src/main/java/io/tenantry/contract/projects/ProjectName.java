package io.tenantry.contract.projects;

/**
 * A project and its name.
 *
 * @param projectId its id
 * @param name its name
 */
public record ProjectName(ProjectId projectId, String name) {}
