package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tour.DoorsTour;
import io.tenantry.app.tour.Look;
import io.tenantry.app.tour.MainTour;
import io.tenantry.app.tour.OperateTour;
import io.tenantry.app.tour.ScaleTour;
import io.tenantry.app.tour.Tour;
import io.tenantry.app.tour.TourLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TourTest extends FxTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private TourStage console;

  @BeforeEach
  void startConsole() throws InterruptedException {
    said.getBuffer().setLength(0);
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    console = fx(() -> new TourStage(folders, folder.resolve("pictures")));
    console.awaitOpen();
    console.go(Place.of(ScreenRoute.OVERVIEW)); // and what it shows
  }

  @AfterEach
  void endConsole() throws InterruptedException {
    console.close();
  }

  @Test
  @Timeout(600)
  void mainJobRunsFromTheFirstWorkspaceToReopening() throws Exception {
    run(new MainTour(Tours.sample()));
    assertThat(said.toString())
        .contains(
            "200/200 tenants, 1 failed", "200/200 tenants completed", "all on the new version");
    assertThat(pictures()).isGreaterThanOrEqualTo(18);
  }

  @Test
  @Timeout(600)
  void tenantThatMisbehavesIsFoundAndBroughtBack() throws Exception {
    run(new OperateTour());
    assertThat(said.toString())
        .contains("12 backups", "its queries show the DELETE", "12 of 12 passed")
        .containsSubsequence("are back", "as it was before the recovery", "are back");
    assertThat(pictures()).isGreaterThanOrEqualTo(16);
  }

  @Test
  @Timeout(600)
  void everyDoorOpensAndNothingFails() throws Exception {
    run(new DoorsTour(Tours.sample(), List.of(Look.LIGHT)));
    assertThat(said.toString())
        .contains("New workspace", "New tenants", "New deployment", "New connection", "palette");
    assertThat(pictures()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void manyTenantsAreListedDeployedToAndWeighed() throws Exception {
    run(new ScaleTour(1_100, Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(said.toString()).contains("resident: ", "resident at most: ");
  }

  @Test
  void tooMuchMemoryFailsTheTour() {
    assertThatThrownBy(() -> run(new ScaleTour(1, 1, 1))).hasMessageContaining("it lists them in");
  }

  @Test
  void screenThatFailsFailsTheTour() {
    assertThatThrownBy(() -> console.picture("gone", new Place(ScreenRoute.WORKSPACE, "gone")))
        .hasMessageContaining("gone: failed:");
  }

  @Test
  void errorThatNothingCatchesFailsTheTour() throws InterruptedException {
    Platform.runLater(
        () -> {
          throw new IllegalStateException("planted");
        });
    settle();
    assertThat(console.faults()).anyMatch(fault -> fault.contains("IllegalStateException"));
    assertThat(console.faults()).isEmpty();
  }

  @Test
  void errorInTheLogFailsTheTour() throws InterruptedException {
    LoggerFactory.getLogger(TourTest.class).error("planted");
    assertThat(console.faults()).containsExactly("logged: planted");
  }

  @Test
  void complaintOfTheToolkitFailsTheTour() throws InterruptedException {
    LoggerFactory.getLogger("javafx.css").warn("Could not resolve '-planted'");
    assertThat(console.faults()).containsExactly("logged: Could not resolve '-planted'");
  }

  @Test
  void stackTraceOnTheTerminalFailsTheTour() throws InterruptedException {
    new IllegalStateException("planted").printStackTrace();
    assertThat(console.faults())
        .containsExactly("on the terminal: java.lang.IllegalStateException: planted");
  }

  private void run(Tour tour) throws Exception {
    tour.run(console, console, new TourLog(new PrintWriter(said)));
  }

  private long pictures() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
      return files.count();
    }
  }
}
