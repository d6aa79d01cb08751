package io.tenantry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final List<Rectangle2D> LAPTOP = List.of(new Rectangle2D(0, 30, 1440, 870));

  @Test
  void placeOnAScreenStaysAsItIs() {
    WindowPlace place = new WindowPlace(100, 60, 1000, 700, false);
    assertThat(place.within(LAPTOP)).isEqualTo(place);
  }

  @Test
  void placeOnAScreenThatIsGoneComesToTheOneThatIsThere() {
    WindowPlace place = new WindowPlace(2200, 100, 1000, 700, true);
    assertThat(place.within(LAPTOP)).isEqualTo(new WindowPlace(440, 100, 1000, 700, true));
  }

  @Test
  void windowLargerThanItsScreenIsMadeToFit() {
    WindowPlace place = new WindowPlace(0, 40, 2500, 1400, false);
    assertThat(place.within(LAPTOP)).isEqualTo(new WindowPlace(0, 40, 1440, 870, false));
  }

  @Test
  void titleBarAboveTheScreenComesDown() {
    WindowPlace place = new WindowPlace(100, -500, 1000, 700, false);
    assertThat(place.within(LAPTOP).y()).isEqualTo(30);
  }
}
