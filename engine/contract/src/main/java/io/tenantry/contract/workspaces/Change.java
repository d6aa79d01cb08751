package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * One recorded schema statement.
 *
 * @param id its number, unique in the engine
 * @param version the version it came with
 * @param kind what it does, for example {@code create_table} or {@code add_column}
 * @param object what it does it to, for example {@code users} or {@code users.email}
 * @param statement its SQL
 * @param destructive whether it destroys data
 * @param revertible whether it has an inverse
 * @param revertStatement the inverse
 * @param createdAt UTC, whole seconds
 */
public record Change(
    long id,
    Version version,
    String kind,
    String object,
    String statement,
    boolean destructive,
    boolean revertible,
    Optional<String> revertStatement,
    Instant createdAt) {}
