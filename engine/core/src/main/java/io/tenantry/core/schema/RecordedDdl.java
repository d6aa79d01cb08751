package io.tenantry.core.schema;

import java.util.Optional;

/**
 * One statement that changed the schema of a workspace.
 *
 * @param kind what it did, for example {@code create_table}
 * @param object what it did it to, for example {@code users} or {@code users.email}
 * @param statement its SQL, without a final semicolon
 * @param destructive whether it loses data
 * @param revert the statement that takes it back, or empty when there is none
 */
public record RecordedDdl(
    String kind, String object, String statement, boolean destructive, Optional<String> revert) {}
