package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void percentilesAreExactToThreePercent() {
    Random random = new Random(7);
    long[] durations = new long[50_000];
    Histogram histogram = new Histogram();
    for (int i = 0; i < durations.length; i++) {
      durations[i] = (long) Math.exp(random.nextDouble() * 20);
      histogram.add(durations[i]);
    }
    Arrays.sort(durations);

    for (double share : new double[] {0.01, 0.5, 0.9, 0.95, 0.99, 0.999}) {
      long exact = durations[(int) Math.ceil(share * durations.length) - 1];
      assertThat((double) histogram.percentile(share))
          .as("percentile %s", share)
          .isCloseTo(exact, Percentage.withPercentage(3.2));
    }
  }

  @Test
  void smallAndHugeDurationsHaveABucket() {
    for (long micros : new long[] {0, 1, 15, 16, 31, 32, 1L << 41, Long.MAX_VALUE}) {
      Histogram histogram = new Histogram();
      histogram.add(micros);
      if (micros < 32) {
        assertThat(histogram.percentile(0.5)).isCloseTo(micros, within(0L));
      } else {
        assertThat(histogram.percentile(0.5)).isPositive();
      }
    }
    assertThat(new Histogram().percentile(0.5)).isZero();
  }

  @Test
  void whatIsWrittenAddsUpToTheSame() {
    Random random = new Random(3);
    Histogram all = new Histogram();
    Histogram read = new Histogram();
    for (int part = 0; part < 5; part++) {
      Histogram one = new Histogram();
      for (int i = 0; i < 1_000; i++) {
        one.add(random.nextInt(1_000_000));
      }
      all.add(one);
      read.addEncoded(one.encode());
    }

    assertThat(read.encode()).isEqualTo(all.encode());
    assertThat(read.percentile(0.95)).isEqualTo(all.percentile(0.95));
  }
}
