package io.tenantry.app.connect;

import java.time.Instant;

/**
 * A connection that is being opened now.
 *
 * @param connection which one
 * @param since when it was asked for
 */
public record Attempt(Connection connection, Instant since) {}
