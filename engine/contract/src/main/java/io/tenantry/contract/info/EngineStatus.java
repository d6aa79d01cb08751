package io.tenantry.contract.info;

import java.time.Instant;

/**
 * Live figures of an engine.
 *
 * @param version engine version
 * @param tenants tenants of the project that are not in the trash
 * @param openDatabases tenant and workspace databases that are open now
 * @param openConnections SQLite connections that are open now
 * @param runningDeployments deployments of the project that are pending or running
 * @param usedMemoryBytes Java heap in use
 * @param startedAt when the engine was opened, UTC
 */
public record EngineStatus(
    String version,
    long tenants,
    int openDatabases,
    int openConnections,
    int runningDeployments,
    long usedMemoryBytes,
    Instant startedAt) {}
