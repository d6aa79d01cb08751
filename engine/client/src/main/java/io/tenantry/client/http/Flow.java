package io.tenantry.client.http;

/**
 * The reply of a call that was asked for line by line.
 *
 * @param <R> the reply that is not in lines
 */
public sealed interface Flow<R> {
  /** It comes line by line; whoever has it closes the lines. */
  record InLines<R>(Lines lines) implements Flow<R> {}

  /** The engine knows no lines, and answered as a whole. */
  record Whole<R>(R reply) implements Flow<R> {}
}
