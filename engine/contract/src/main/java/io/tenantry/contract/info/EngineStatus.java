package io.tenantry.contract.info;

import java.time.Instant;
import java.util.Optional;

/**
 * Live figures of an engine.
 *
 * @param version engine version
 * @param tenants tenants of the project that are not in the trash
 * @param openDatabases tenant and workspace databases that are open now
 * @param openConnections SQLite connections that are open now
 * @param runningDeployments deployments of the project that are pending or running
 * @param usedMemoryBytes Java heap in use
 * @param residentMemoryBytes main memory that the engine's process takes, heap and all; absent when
 *     its system does not tell, and from engines that do not say it
 * @param heldStatements statements that outlived their time and could not be stopped: each still
 *     holds a thread; absent from engines that do not say it
 * @param startedAt when the engine was opened, UTC
 */
public record EngineStatus(
    String version,
    long tenants,
    int openDatabases,
    int openConnections,
    int runningDeployments,
    long usedMemoryBytes,
    Optional<Long> residentMemoryBytes,
    Optional<Integer> heldStatements,
    Instant startedAt) {}
