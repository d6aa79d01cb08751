package io.tenantry.app.controls.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ColumnFitTest {
  private static final ColumnFit.Column NAME = new ColumnFit.Column(160, 240, 1, 0);
  private static final ColumnFit.Column STATE = new ColumnFit.Column(130, 140, 0, 0);
  private static final ColumnFit.Column VERSION = new ColumnFit.Column(80, 100, 0, 1);
  private static final ColumnFit.Column CREATED = new ColumnFit.Column(112, 120, 0, 2);
  private static final List<ColumnFit.Column> ALL = List.of(NAME, STATE, VERSION, CREATED);

  @Test
  void whatIsLeftGoesToTheColumnThatGrows() {
    assertThat(ColumnFit.widths(ALL, 800)).containsExactly(440, 140, 100, 120);
  }

  @Test
  void theNameGivesRoomLast() {
    assertThat(ColumnFit.widths(ALL, 580)).containsExactly(240, 140, 88, 112);
    assertThat(ColumnFit.widths(ALL, 482)).containsExactly(160, 130, 80, 112);
  }

  @Test
  void columnsLeaveBeforeAnyIsCut() {
    assertThat(ColumnFit.widths(ALL, 481)).containsExactly(241, 140, 100, ColumnFit.LEFT);
    assertThat(ColumnFit.widths(ALL, 300))
        .containsExactly(170, 130, ColumnFit.LEFT, ColumnFit.LEFT);
  }

  @Test
  void theSameRoomGivesTheSameWidthsWhateverItWasBefore() {
    double[] before = ColumnFit.widths(ALL, 900);
    ColumnFit.widths(ALL, 200);
    assertThat(ColumnFit.widths(ALL, 900)).containsExactly(before);
  }

  @Test
  void noRoomIsLeftOverWhileSomethingGrows() {
    List<ColumnFit.Column> two = List.of(NAME, new ColumnFit.Column(100, 200, 2, 0), STATE);
    for (double room : List.of(600.0, 777.0, 1001.0)) {
      assertThat(DoubleStream.of(ColumnFit.widths(two, room)).sum()).isEqualTo(room);
    }
  }
}
