package io.tenantry.core.databases;

/**
 * What is open now, for status displays.
 *
 * @param openDatabases databases with at least one open connection
 * @param openConnections connections over all databases
 * @param maxConnections the limit of {@code openConnections}
 */
public record DatabaseCounters(int openDatabases, int openConnections, int maxConnections) {}
