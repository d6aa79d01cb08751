package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Frame FRAME = Frame.ofChart(456, 190, 44);
  private static final ValueAxis AXIS = ValueAxis.of(0, 100, ChartUnit.PERCENT);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aMonthOfMinutesBecomesOneBandAColumnAndKeepsEveryPeak() {
    double[] values = new double[43_200];
    Random random = new Random(3);
    Arrays.setAll(values, _ -> 20 + random.nextDouble() * 10);
    values[17_000] = 100;
    values[30_001] = 0;
    Trace trace = trace(values);
    assertThat(trace.runs()).hasSize(1);
    Trace.Run run = trace.runs().getFirst();
    assertThat(run.isBand()).isTrue();
    assertThat(run.size()).isLessThanOrEqualTo((int) FRAME.plotWidth() + 2);
    assertThat(Arrays.stream(run.ys()).min().orElseThrow()).isEqualTo(FRAME.y(100, AXIS));
    assertThat(Arrays.stream(run.lows()).max().orElseThrow()).isEqualTo(FRAME.y(0, AXIS));
    assertThat(run.xs()).isSorted();
  }

  @Test
  void fewSamplesAreAllThere() {
    Trace trace = trace(new double[] {1, 2, 3, 4, 5});
    assertThat(trace.runs().getFirst().size()).isEqualTo(5);
    assertThat(trace.runs().getFirst().isBand()).isFalse();
    assertThat(trace.samples()).isEqualTo(5);
  }

  @Test
  void whatIsNotKnownStaysAGap() {
    Trace trace = trace(new double[] {1, 2, Double.NaN, 4, Double.NaN, 6, 7});
    assertThat(trace.runs()).extracting(Trace.Run::size).containsExactly(2, 1, 2);
  }

  @Test
  void aValueOnItsOwnIsDrawnOverItsStepAndStaysInTheFrame() {
    Trace hour = trace(filled(60, 0));
    double[] first = hour.alone(hour.runs().getFirst(), FRAME);
    assertThat(first[0]).isEqualTo(FRAME.left());
    assertThat(first[1] - first[0]).isEqualTo(8);
    Trace tenMinutes = trace(filled(10, 5));
    double[] wide = tenMinutes.alone(tenMinutes.runs().getFirst(), FRAME);
    assertThat(wide[1] - wide[0]).isCloseTo(FRAME.plotWidth() / 10, within(0.01));
    Trace last = trace(filled(60, 59));
    assertThat(last.alone(last.runs().getFirst(), FRAME)[1]).isEqualTo(FRAME.right());
  }

  private static double[] filled(int count, int at) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    values[at] = 50;
    return values;
  }

  @Test
  void aMissingStepIsAGap() {
    long[] times = {0, 60_000, 120_000, 600_000, 660_000};
    Samples samples = new Samples(times, new double[] {1, 2, 3, 4, 5}, MINUTE);
    Trace trace = Trace.of(samples, new TimeRange(0, 720_000), FRAME, AXIS);
    assertThat(trace.runs()).extracting(Trace.Run::size).containsExactly(3, 2);
  }

  @Test
  void aZoomedLineRunsToBothEdges() {
    Samples samples = samples(new double[] {1, 2, 3, 4, 5, 6});
    Trace trace = Trace.of(samples, new TimeRange(90_000, 210_000), FRAME, AXIS);
    Trace.Run run = trace.runs().getFirst();
    assertThat(run.xs()[0]).isLessThan(FRAME.left());
    assertThat(run.xs()[run.size() - 1]).isGreaterThan(FRAME.right());
  }

  @Test
  void columnsOfABandTouch() {
    double[] values = new double[2000];
    Arrays.setAll(values, index -> index < 1000 ? 10 : 90);
    Trace.Run run = trace(values).runs().getFirst();
    for (int at = 1; at < run.size(); at++) {
      assertThat(run.ys()[at]).isLessThanOrEqualTo(run.lows()[at - 1]);
      assertThat(run.lows()[at]).isGreaterThanOrEqualTo(run.ys()[at - 1]);
    }
  }

  private static Trace trace(double[] values) {
    return Trace.of(
        samples(values), new TimeRange(0, values.length * MINUTE.toMillis()), FRAME, AXIS);
  }

  private static Samples samples(double[] values) {
    long[] times = new long[values.length];
    Arrays.setAll(times, index -> index * MINUTE.toMillis());
    return new Samples(times, values, MINUTE);
  }
}
