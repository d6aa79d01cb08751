package io.tenantry.contract.projects;

import java.util.Optional;

/**
 * Who is asking.
 *
 * @param email e-mail of the account; absent for the owner of a local data folder
 * @param projectId the project of the credential
 * @param projectName its name
 */
public record Whoami(Optional<String> email, ProjectId projectId, String projectName) {}
