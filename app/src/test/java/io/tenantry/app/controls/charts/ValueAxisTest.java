package io.tenantry.app.controls.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueAxisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COUNT        | 3         | 0, 1, 2, 3",
        "COUNT        | 7         | 0, 2, 4, 6, 8",
        "COUNT        | 12400     | 0, 4,000, 8,000, 12k, 16k",
        "PER_SECOND   | 38        | 0, 10, 20, 30, 40 /s",
        "PERCENT      | 0.7       | 0, 0.2, 0.4, 0.6, 0.8 %",
        "MILLISECONDS | 0.9       | 0, 0.25, 0.5, 0.75, 1 ms",
        "MILLISECONDS | 1900      | 0, 0.5, 1, 1.5, 2 s",
        "MILLISECONDS | 400000    | 0, 2, 4, 6, 8 min",
        "BYTES        | 14000000  | 0, 4, 8, 12, 16 MB"
      })
  void labelsAreRoundAndTheTopOneHasTheUnit(ChartUnit unit, double highest, String labels) {
    List<String> written =
        ValueAxis.of(0, highest, unit).ticks().stream().map(ValueAxis.Tick::text).toList();
    assertThat(String.join(", ", written)).isEqualTo(labels);
  }

  @ParameterizedTest
  @EnumSource
  void everyAxisHoldsItsValuesBetweenTwoAndFiveLines(ChartUnit unit) {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      double highest = Math.exp(random.nextDouble() * 30 - 6);
      double lowest = highest * random.nextDouble();
      ValueAxis axis = ValueAxis.of(lowest, highest, unit);
      assertThat(axis.high()).isGreaterThanOrEqualTo(highest * (1 - 1e-9));
      assertThat(axis.low()).isLessThanOrEqualTo(lowest);
      assertThat(axis.ticks()).as("%s to %s", lowest, highest).hasSizeBetween(2, 6);
    }
  }

  @Test
  void countsBeginAtZeroAndLatenciesNeedNot() {
    assertThat(ValueAxis.of(90, 100, ChartUnit.COUNT).low()).isZero();
    assertThat(ValueAxis.of(90, 100, ChartUnit.MILLISECONDS).low()).isBetween(80.0, 90.0);
  }

  @Test
  void nothingKnownStillHasAnAxis() {
    ValueAxis axis = ValueAxis.of(Double.NaN, Double.NaN, ChartUnit.COUNT);
    assertThat(axis.low()).isZero();
    assertThat(axis.high()).isEqualTo(1);
  }

  @Test
  void logarithmicAxesPutEqualFactorsEquallyFarApart() {
    ValueAxis axis = ValueAxis.logarithmic(0.3, 900, ChartUnit.MILLISECONDS);
    assertThat(axis.ticks().stream().map(ValueAxis.Tick::text))
        .containsExactly("0.1 ms", "1 ms", "10 ms", "100 ms", "1 s");
    assertThat(axis.share(10) - axis.share(1)).isCloseTo(0.25, within(1e-9));
    assertThat(axis.share(0)).isZero();
  }
}
