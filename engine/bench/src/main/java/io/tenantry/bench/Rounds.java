package io.tenantry.bench;

import java.util.Arrays;

/**
 * Measures two ways of doing the same in alternating rounds, so that both meet the same weather,
 * and compares them round by round. The first round of each warms up and does not count.
 */
final class Rounds {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String unit;
  private final int perRound;
  private final int rounds;

  Rounds(String unit, int perRound, int rounds) {
    this.unit = unit;
    this.perRound = perRound;
    this.rounds = rounds;
  }

  /** One way; gets the number of the round. */
  interface Way {
    /** Gets ready; does not count. */
    default void prepare(int round) throws Exception {}

    /** Does what is measured. */
    void run(int round) throws Exception;
  }

  /** Prints the median speeds of both ways, and the median of the ratios of the rounds. */
  void compare(String bareName, Way bare, String engineName, Way engine) throws Exception {
    double[] bareRates = new double[rounds];
    double[] engineRates = new double[rounds];
    rate(bare, 0);
    rate(engine, 0);
    for (int round = 1; round <= rounds; round++) {
      boolean bareFirst = round % 2 == 1;
      if (bareFirst) {
        bareRates[round - 1] = rate(bare, round);
      }
      engineRates[round - 1] = rate(engine, round);
      if (!bareFirst) {
        bareRates[round - 1] = rate(bare, round);
      }
      System.out.printf(
          "round %d: %s %,.0f %s/s, %s %,.0f %s/s, ratio %.2f%n",
          round,
          bareName,
          bareRates[round - 1],
          unit,
          engineName,
          engineRates[round - 1],
          unit,
          engineRates[round - 1] / bareRates[round - 1]);
    }
    System.out.printf("%-12s %,10.0f %s/s%n", bareName, median(bareRates), unit);
    System.out.printf("%-12s %,10.0f %s/s%n", engineName, median(engineRates), unit);
    System.out.printf("%-12s %10.2f%n", "ratio", median(ratios(engineRates, bareRates)));
  }

  private static double[] ratios(double[] engineRates, double[] bareRates) {
    double[] ratios = new double[engineRates.length];
    Arrays.setAll(ratios, round -> engineRates[round] / bareRates[round]);
    return ratios;
  }

  private double rate(Way way, int round) throws Exception {
    way.prepare(round);
    long start = System.nanoTime();
    way.run(round);
    return perRound * NANOS_PER_SECOND / (System.nanoTime() - start);
  }

  private static double median(double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
