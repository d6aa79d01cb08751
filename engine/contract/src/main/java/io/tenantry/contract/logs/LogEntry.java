package io.tenantry.contract.logs;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;

/**
 * A query that ran on a database of a tenant.
 *
 * @param query its text as given, without the values of its parameters; longer ones are cut at 4096
 *     characters
 * @param source over which door it came
 * @param success whether it worked
 * @param durationMs how long it took, milliseconds
 * @param createdAt when it ended; UTC, whole seconds
 * @param error why it failed; absent when it did not
 * @param id grows with time inside a project, so that two reads can be joined (this and below are
 *     extensions)
 * @param blueprint the blueprint of the database
 * @param rows how many rows it answered, or inserted, changed or deleted if it answered none;
 *     absent when it failed
 */
public record LogEntry(
    String query,
    QuerySource source,
    boolean success,
    double durationMs,
    Instant createdAt,
    Optional<String> error,
    long id,
    WorkspaceName blueprint,
    Optional<Long> rows) {}
