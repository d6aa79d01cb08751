package io.tenantry.contract.logs;

import java.time.Instant;

/**
 * Queries that differ in their values only.
 *
 * @param pattern the text with every literal and every list of values as {@code ?}, in one line
 * @param count how often it ran
 * @param failed how often it failed
 * @param totalMs time spent in it, milliseconds; as all durations here rounded to 3 decimals
 * @param avgMs mean duration
 * @param p50Ms half of them were at least this quick; percentiles are exact to 3 percent
 * @param p95Ms 95 percent of them were at least this quick
 * @param p99Ms 99 percent of them were at least this quick
 * @param maxMs the slowest
 * @param lastSeen when it last ran; UTC, whole seconds
 * @param example the text of one of them
 */
public record QueryPattern(
    String pattern,
    long count,
    long failed,
    double totalMs,
    double avgMs,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double maxMs,
    Instant lastSeen,
    String example) {}
