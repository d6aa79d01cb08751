package io.tenantry.contract.info;

import java.time.Instant;
import java.util.Optional;

/**
 * Live figures of an engine. A credential for some workspaces or tenants is told what is its own;
 * the figures of the process are absent then.
 *
 * @param version engine version
 * @param tenants tenants that the credential reaches and that are not in the trash
 * @param openDatabases tenant and workspace databases that are open now; absent as told above
 * @param openConnections SQLite connections that are open now; absent as told above
 * @param runningDeployments deployments that the credential reaches and that are pending or running
 * @param usedMemoryBytes Java heap in use; absent as told above
 * @param residentMemoryBytes main memory that the engine's process takes, heap and all; absent as
 *     told above, when its system does not tell, and from engines that do not say it
 * @param heldStatements statements that outlived their time and could not be stopped: each still
 *     holds a thread; absent as told above, and from engines that do not say it
 * @param startedAt when the engine was opened, UTC
 */
public record EngineStatus(
    String version,
    long tenants,
    Optional<Integer> openDatabases,
    Optional<Integer> openConnections,
    int runningDeployments,
    Optional<Long> usedMemoryBytes,
    Optional<Long> residentMemoryBytes,
    Optional<Integer> heldStatements,
    Instant startedAt) {}
