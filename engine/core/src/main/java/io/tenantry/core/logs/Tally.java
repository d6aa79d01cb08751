package io.tenantry.core.logs;

import io.tenantry.contract.logs.ProjectMetrics.Step;
import io.tenantry.contract.logs.QuerySource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What queries amount to; tallies add up. Not thread-safe. */
final class Tally {
  private static final double MICROS_PER_MILLI = 1000;

  private long queries;
  private long failed;
  private long slow;
  private long proxy;
  private long micros;
  private long maxMicros;
  private final Histogram durations = new Histogram();

  void add(Noted entry) {
    queries++;
    failed += entry.failed() ? 1 : 0;
    slow += entry.slow() ? 1 : 0;
    proxy += entry.source() == QuerySource.PROXY ? 1 : 0;
    micros += entry.micros();
    maxMicros = Math.max(maxMicros, entry.micros());
    durations.add(entry.micros());
  }

  void add(Tally other) {
    queries += other.queries;
    failed += other.failed;
    slow += other.slow;
    proxy += other.proxy;
    micros += other.micros;
    maxMicros = Math.max(maxMicros, other.maxMicros);
    durations.add(other.durations);
  }

  /** Adds another one to this one and returns this one. */
  Tally and(Tally other) {
    add(other);
    return this;
  }

  /** Adds what a row of a tally has. */
  void addStored(
      long queries,
      long failed,
      long slow,
      long proxy,
      long micros,
      long maxMicros,
      byte[] durations) {
    this.queries += queries;
    this.failed += failed;
    this.slow += slow;
    this.proxy += proxy;
    this.micros += micros;
    this.maxMicros = Math.max(this.maxMicros, maxMicros);
    this.durations.addEncoded(durations);
  }

  void clear() {
    queries = 0;
    failed = 0;
    slow = 0;
    proxy = 0;
    micros = 0;
    maxMicros = 0;
    durations.clear();
  }

  long queries() {
    return queries;
  }

  long failed() {
    return failed;
  }

  long slow() {
    return slow;
  }

  long proxy() {
    return proxy;
  }

  long micros() {
    return micros;
  }

  long maxMicros() {
    return maxMicros;
  }

  byte[] durations() {
    return durations.encode();
  }

  double totalMs() {
    return micros / MICROS_PER_MILLI;
  }

  double avgMs() {
    return queries == 0 ? 0 : rounded(micros / MICROS_PER_MILLI / queries);
  }

  double maxMs() {
    return maxMicros / MICROS_PER_MILLI;
  }

  /** Returns a percentile in milliseconds; never more than the slowest. */
  double percentileMs(double share) {
    return Math.min(durations.percentile(share), maxMicros) / MICROS_PER_MILLI;
  }

  /** Returns these counts as a step of a series. */
  Step step(Instant start) {
    return new Step(
        start.truncatedTo(ChronoUnit.SECONDS),
        queries,
        failed,
        slow,
        percentileMs(0.5),
        percentileMs(0.95),
        percentileMs(0.99));
  }

  private static double rounded(double millis) {
    return Math.round(millis * MICROS_PER_MILLI) / MICROS_PER_MILLI;
  }
}
