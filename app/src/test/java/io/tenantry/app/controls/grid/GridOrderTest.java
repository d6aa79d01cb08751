package io.tenantry.app.controls.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridOrderTest {
  private static final GridData DATA =
      GridData.of(
          List.of(new GridData.Column("name", "TEXT"), new GridData.Column("n", "INTEGER")),
          List.of(row("Bob", 2L), row("ada", 10L), row(null, 2L), row("Cleo", null)));

  @Test
  void rowsAreFilteredByAnyValueInAnyCase() {
    assertThat(GridOrder.PLAIN.filteredBy("AD").of(DATA, 4)).containsExactly(1);
    assertThat(GridOrder.PLAIN.filteredBy("2").of(DATA, 4)).containsExactly(0, 2);
    assertThat(GridOrder.PLAIN.filteredBy("zzz").of(DATA, 4)).isEmpty();
  }

  @Test
  void numbersAreSortedAsNumbersAndNullComesFirst() {
    assertThat(sorted(new GridOrder.Key(1, false))).containsExactly(3, 0, 2, 1);
    assertThat(sorted(new GridOrder.Key(1, true))).containsExactly(1, 0, 2, 3);
  }

  @Test
  void equalRowsAreSortedByTheNextColumnAndThenStayAsTheyCame() {
    assertThat(sorted(new GridOrder.Key(1, true), new GridOrder.Key(0, false)))
        .containsExactly(1, 2, 0, 3);
  }

  @Test
  void onlyRowsWithAValueAreShown() {
    GridOrder only = GridOrder.PLAIN.where(List.of(new GridOrder.Only(1, 2L)));

    assertThat(only.of(DATA, 4)).containsExactly(0, 2);
    assertThat(only.filteredBy("bob").of(DATA, 4)).containsExactly(0);
  }

  @Test
  void rowsThatCameLaterAreLeftOut() {
    assertThat(GridOrder.PLAIN.filteredBy("o").of(DATA, 2)).containsExactly(0);
  }

  private static int[] sorted(GridOrder.Key... keys) {
    return GridOrder.PLAIN.sortedBy(List.of(keys)).of(DATA, 4);
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
