package io.tenantry.contract.tenants;

import java.time.Instant;

/**
 * That the last point-in-time recovery of a tenant can still be undone.
 *
 * @param available true
 * @param originalHost where the state from before is kept
 * @param expiresAt until when; UTC, whole seconds
 * @param expiresIn the time left, for people: {@code 23h 45m}
 * @param command how to undo it on the command line
 */
public record RecoveryUndo(
    boolean available, String originalHost, Instant expiresAt, String expiresIn, String command) {}
