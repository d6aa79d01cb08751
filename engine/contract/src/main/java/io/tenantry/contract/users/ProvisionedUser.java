package io.tenantry.contract.users;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;

/**
 * A user's database and a fresh token for it.
 *
 * @param token {@code psql_live_} and 64 hexadecimal digits; shown here only
 * @param expiresAt when the token ends
 * @param created whether the database is new
 * @param namespaceSlug the project, first part of the address
 * @param database the database
 */
public record ProvisionedUser(
    Secret token,
    Instant expiresAt,
    boolean created,
    ProjectId namespaceSlug,
    UserDatabase database) {}
