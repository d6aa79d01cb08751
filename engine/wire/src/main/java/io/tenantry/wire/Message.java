package io.tenantry.wire;

/**
 * A reply that only says what was done.
 *
 * @param message what was done
 */
public record Message(String message) {}
