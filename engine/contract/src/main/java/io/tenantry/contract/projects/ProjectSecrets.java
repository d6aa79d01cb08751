package io.tenantry.contract.projects;

import io.tenantry.contract.Secret;

/**
 * A project with the secrets to work in it.
 *
 * @param projectId its id
 * @param name its name
 * @param apiKey administrator key for HTTP
 * @param proxyPassword {@code tdb_} and 16 hexadecimal digits, for database connections
 */
public record ProjectSecrets(
    ProjectId projectId, String name, Secret apiKey, Secret proxyPassword) {}
