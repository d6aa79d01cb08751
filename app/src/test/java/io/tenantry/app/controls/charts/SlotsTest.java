package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @Test
  void barsAreNeverShorterThanTheSamplesNorTooNarrowToSee() {
    TimeRange day = new TimeRange(0, 24 * HOUR);
    Slots wide = Slots.of(day, HOUR, 1200, ZoneOffset.UTC);
    assertThat(wide.count()).isEqualTo(24);
    Slots narrow = Slots.of(day, HOUR, 60, ZoneOffset.UTC);
    assertThat(narrow.count()).isEqualTo(8);
  }

  @Test
  void everySampleIsInExactlyOneBar() {
    Samples samples = minutes(24 * 60);
    Series series = new Series("q", Hue.SERIES_1, samples, Fold.SUM);
    Slots slots = Slots.of(new TimeRange(0, 24 * HOUR), 60_000, 300, ZoneOffset.UTC);
    assertThat(Arrays.stream(slots.fold(series)).sum()).isEqualTo(24 * 60);
  }

  @Test
  void barsHoldWholeSamples() {
    long ten = Duration.ofMinutes(10).toMillis();
    Slots slots = Slots.of(new TimeRange(0, 12 * HOUR), ten, 300, ZoneOffset.UTC);
    assertThat((slots.end(0) - slots.begin(0)) % ten).isZero();
  }

  @Test
  void daysBeginAtMidnightWhereTheUserLives() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Slots slots = Slots.of(new TimeRange(0, 10 * 24 * HOUR), 24 * HOUR, 400, berlin);
    assertThat(slots.begin(0)).isEqualTo(-HOUR);
    assertThat(slots.begin(1)).isEqualTo(23 * HOUR);
  }

  @Test
  void slotsWithoutSamplesAreNotZero() {
    Series series =
        new Series(
            "q",
            Hue.SERIES_1,
            new Samples(new long[] {0}, new double[] {5}, Duration.ofHours(1)),
            Fold.SUM);
    Slots slots = Slots.of(new TimeRange(0, 3 * HOUR), HOUR, 300, ZoneOffset.UTC);
    assertThat(slots.fold(series)).containsExactly(5, Double.NaN, Double.NaN);
  }

  @Test
  void foldsAreSumLargestAndMean() {
    Samples samples =
        new Samples(new long[] {0, 1, 2}, new double[] {1, Double.NaN, 5}, Duration.ofMillis(1));
    assertThat(Fold.SUM.of(samples, 0, 3)).isEqualTo(6);
    assertThat(Fold.MAX.of(samples, 0, 3)).isEqualTo(5);
    assertThat(Fold.MEAN.of(samples, 0, 3)).isEqualTo(3);
    assertThat(Fold.MEAN.of(samples, 1, 2)).isNaN();
  }

  private static Samples minutes(int count) {
    long[] times = new long[count];
    double[] values = new double[count];
    Arrays.setAll(times, index -> index * 60_000L);
    Arrays.fill(values, 1);
    return new Samples(times, values, Duration.ofMinutes(1));
  }
}
