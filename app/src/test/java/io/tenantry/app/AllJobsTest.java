package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

/** The window's list of what runs now leads to the list of everything that ran. */
class AllJobsTest extends FilledConsoleTest {
  @Test
  void theListOfRunningWorkLeadsToAllJobs() {
    visit(ScreenRoute.TENANTS);
    run(() -> lookup(".jobs-button").queryAs(ButtonBase.class).fire());
    settle();

    run(() -> lookup("All jobs").queryAs(ButtonBase.class).fire());
    await(app::isIdle);

    assertThat(fx(() -> app.navigator().current().get())).isEqualTo(Place.of(ScreenRoute.JOBS));
    await(() -> lookup("fintech to 1.2").tryQuery().isPresent());
  }
}
