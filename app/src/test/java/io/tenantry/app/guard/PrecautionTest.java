package io.tenantry.app.guard;

import static io.tenantry.app.guard.Precaution.ASK;
import static io.tenantry.app.guard.Precaution.NONE;
import static io.tenantry.app.guard.Precaution.REFUSE;
import static io.tenantry.app.guard.Precaution.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.guard.GuardedChange.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrecautionTest {
  private static final List<Long> COUNTS = List.of(1L, 2L, 99L, 100L, 100_000L);

  /** Level, weight, then one precaution for each of the counts. */
  static Stream<Arguments> table() {
    return Stream.of(
        row(GuardLevel.OPEN, Weight.NORMAL, NONE, NONE, NONE, NONE, NONE),
        row(GuardLevel.OPEN, Weight.SWEEPING, NONE, ASK, ASK, ASK, ASK),
        row(GuardLevel.OPEN, Weight.INTERRUPTING, NONE, ASK, ASK, ASK, ASK),
        row(GuardLevel.OPEN, Weight.DESTRUCTIVE, ASK, ASK, ASK, TYPE, TYPE),
        row(GuardLevel.OPEN, Weight.FINAL, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.CONFIRM, Weight.NORMAL, ASK, ASK, ASK, ASK, ASK),
        row(GuardLevel.CONFIRM, Weight.SWEEPING, ASK, ASK, ASK, ASK, ASK),
        row(GuardLevel.CONFIRM, Weight.INTERRUPTING, ASK, ASK, ASK, TYPE, TYPE),
        row(GuardLevel.CONFIRM, Weight.DESTRUCTIVE, ASK, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.CONFIRM, Weight.FINAL, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.TYPED, Weight.NORMAL, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.TYPED, Weight.SWEEPING, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.TYPED, Weight.INTERRUPTING, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.TYPED, Weight.DESTRUCTIVE, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.TYPED, Weight.FINAL, TYPE, TYPE, TYPE, TYPE, TYPE),
        row(GuardLevel.READ_ONLY, Weight.NORMAL, REFUSE, REFUSE, REFUSE, REFUSE, REFUSE),
        row(GuardLevel.READ_ONLY, Weight.SWEEPING, REFUSE, REFUSE, REFUSE, REFUSE, REFUSE),
        row(GuardLevel.READ_ONLY, Weight.INTERRUPTING, REFUSE, REFUSE, REFUSE, REFUSE, REFUSE),
        row(GuardLevel.READ_ONLY, Weight.DESTRUCTIVE, REFUSE, REFUSE, REFUSE, REFUSE, REFUSE),
        row(GuardLevel.READ_ONLY, Weight.FINAL, REFUSE, REFUSE, REFUSE, REFUSE, REFUSE));
  }

  private static Arguments row(GuardLevel level, Weight weight, Precaution... wanted) {
    return Arguments.of(level, weight, List.of(wanted));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("table")
  void whatIsAskedFollowsLevelWeightAndNumber(
      GuardLevel level, Weight weight, List<Precaution> wanted) {
    assertThat(COUNTS.stream().map(count -> Precaution.of(weight, level, count)).toList())
        .isEqualTo(wanted);
  }

  @Test
  void theTableHasEveryLevelWithEveryWeight() {
    assertThat(table().map(row -> row.get()[0] + " " + row.get()[1]))
        .hasSize(GuardLevel.values().length * Weight.values().length)
        .doesNotHaveDuplicates();
  }

  @Test
  void moreThingsLessWayBackAndMoreLevelNeverAskForLess() {
    for (GuardLevel level : GuardLevel.values()) {
      for (Weight weight : Weight.values()) {
        List<Precaution> byCount =
            COUNTS.stream().map(count -> Precaution.of(weight, level, count)).toList();
        assertThat(byCount).as("%s %s", level, weight).isSorted();
      }
      for (long count : COUNTS) {
        assertThat(Arrays.stream(Weight.values()).map(w -> Precaution.of(w, level, count)).toList())
            .as("%s %s", level, count)
            .isSorted();
      }
    }
    for (Weight weight : Weight.values()) {
      for (long count : COUNTS) {
        assertThat(
                Arrays.stream(GuardLevel.values())
                    .map(level -> Precaution.of(weight, level, count))
                    .toList())
            .as("%s %s", weight, count)
            .isSorted();
      }
    }
  }
}
