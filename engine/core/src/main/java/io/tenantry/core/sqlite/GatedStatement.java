package io.tenantry.core.sqlite;

/**
 * A statement that passed a gate.
 *
 * @param sql the one statement, without comments and semicolons around it
 * @param kind what it does, so that readers get READONLY connections
 */
public record GatedStatement(String sql, StatementKind kind) {}
