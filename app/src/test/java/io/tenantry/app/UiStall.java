package io.tenantry.app;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A time in which the UI thread answered nothing.
 *
 * @param ownMillis how long our own code held it
 * @param millis how long it took by the clock
 * @param samples what it did
 * @param starved whether others had the processors for most of the time the thread wanted one
 */
record UiStall(long ownMillis, long millis, List<UiSample> samples, boolean starved) {
  /** A thread that gets less than this share of a processor shares its caches with many. */
  private static final double FAIR_SHARE = 0.25;

  static UiStall of(List<UiSample> samples, long cpuNanos, long nanos) {
    long waiting = samples.stream().filter(one -> one.waits() && isOurs(one)).count();
    long working = samples.stream().filter(one -> !one.waits() && isOurs(one)).count();
    long busy = samples.stream().filter(one -> !one.waits()).count();
    double cpu = busy == 0 ? 0 : (double) cpuNanos * working / busy;
    double wait = samples.isEmpty() ? 0 : (double) nanos * waiting / samples.size();
    double wanted = samples.isEmpty() ? 0 : (double) nanos * busy / samples.size();
    return new UiStall(
        Math.round((cpu + wait) / 1e6),
        Math.round(nanos / 1e6),
        samples,
        cpuNanos < FAIR_SHARE * wanted);
  }

  /** Says whether it was seen often enough to tell who did it. */
  boolean isSure() {
    return samples.stream().filter(UiStall::isOurs).count() >= 3;
  }

  private static boolean isOurs(UiSample sample) {
    return sample.culprit().isPresent();
  }

  /** Returns our code that was seen most often, as {@code Type.method(File:line)}. */
  String culprit() {
    Map<String, Long> seen =
        samples.stream()
            .flatMap(sample -> sample.culprit().stream())
            .collect(groupingBy(UiStall::words, TreeMap::new, counting()));
    return seen.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String words(StackTraceElement at) {
    return "%s.%s(%s:%d)"
        .formatted(at.getClassName(), at.getMethodName(), at.getFileName(), at.getLineNumber());
  }

  /** Returns in one line who held the thread for how long. */
  String headline() {
    return "%s held the UI thread for %d ms (%d by the clock, %d samples)"
        .formatted(culprit(), ownMillis, millis, samples.size());
  }

  @Override
  public String toString() {
    String culprit = culprit();
    String stack =
        samples.stream()
            .filter(one -> one.culprit().filter(at -> words(at).equals(culprit)).isPresent())
            .findFirst()
            .map(one -> one.stack().stream().map(at -> "\n    at " + words(at)).collect(joining()))
            .orElse("");
    return headline() + stack;
  }
}
