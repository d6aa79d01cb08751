package io.tenantry.app;

import static io.tenantry.app.UiLaps.fx;
import static io.tenantry.app.UiLaps.until;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Queries;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A query to all tenants in the whole console, on the local engine and against a server: from the
 * click on Run until rows are laid out, what stays after Stop, and the heap that lives while the
 * answers come. The tenants are real databases that nobody has open.
 */
final class FanOutScreenBench {
  private static final int TENANTS = 10_000;
  private static final int AT_ONCE = 1_000;
  private static final int TIMES = 9;
  private static final int WARM = 2;
  private static final int LOOKS = 10;
  private static final String SMALL = "SELECT count(*) AS users FROM users";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern ANSWERED = Pattern.compile("([\\d,]+) answered");

  /** Eight rows of long texts from each tenant. */
  private static final String LARGE = "SELECT type, name, tbl_name, sql FROM sqlite_schema";

  private final BenchConsole console;
  private final Scene scene;
  private final int tenants;

  private FanOutScreenBench(BenchConsole console, int tenants) {
    this.console = console;
    this.scene = console.scene();
    this.tenants = tenants;
  }

  /**
   * Prints the figures.
   *
   * @param args optionally the number of tenants, and the folder to work in; what it has is used
   *     again
   */
  public static void main(String[] args) throws Exception {
    int tenants = args.length > 0 ? Integer.parseInt(args[0]) : TENANTS;
    Path work = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("fan-out-screen");
    Path data = work.resolve("data");
    if (!Files.exists(data)) {
      write(data, tenants);
    }
    try (BenchConsole console = BenchConsole.open(data, work)) {
      FanOutScreenBench bench = new FanOutScreenBench(console, tenants);
      bench.measure("local engine", console.local());
      bench.measure("server", console.server());
    }
    Platform.exit();
  }

  private static void write(Path data, int tenants) {
    try (SeededEngine engine = new SeededEngine(data)) {
      engine.fintech();
      for (int made = 0; made < tenants; made += AT_ONCE) {
        engine.empty("tenant-%03d".formatted(made / AT_ONCE), Math.min(AT_ONCE, tenants - made));
      }
    }
  }

  private void measure(String where, Connection connection) throws Exception {
    console.connect(connection);
    fx(
        () -> {
          console
              .window()
              .navigator()
              .go(new Place(ScreenRoute.QUERY, "all/" + SeededEngine.FINTECH));
          return true;
        });
    until(() -> console.window().isIdle() && scene.lookup(".sql-editor") != null);
    System.out.printf("%n%s, %,d tenants%n", where, tenants);
    firstRows();
    heap("one row each", SMALL);
    heap("the schema of each", LARGE);
  }

  private void firstRows() throws Exception {
    double[] engine = new double[TIMES];
    double[] own = new double[TIMES];
    double[] seen = new double[TIMES];
    double[] stopped = new double[TIMES];
    for (int time = -WARM; time < TIMES; time++) {
      double alone = firstAnswer();
      load(SMALL);
      UiLaps.Took took = console.laps().tookToSee(this::press, this::hasRows);
      int before = fx(this::rows);
      UiLaps.Took end = console.laps().tookToSee(this::stop, this::isOver);
      if (fx(this::rows) < before) {
        throw new IllegalStateException("rows were lost: " + fx(this::words));
      }
      if (time >= 0) {
        engine[time] = alone;
        own[time] = took.uiMillis();
        seen[time] = took.millis();
        stopped[time] = end.millis();
      }
    }
    Arrays.sort(engine);
    Arrays.sort(own);
    Arrays.sort(seen);
    Arrays.sort(stopped);
    System.out.printf(
        "first rows laid out after %.0f ms (median of %d), %.0f ms at most; UI thread %.0f ms of"
            + " processor time; first answer of the engine alone %.0f ms%n",
        seen[TIMES / 2], TIMES, seen[TIMES - 1], own[TIMES / 2], engine[TIMES / 2]);
    System.out.printf(
        "stopped after %.0f ms, %.0f ms at most; then: %s, %,d rows in the grid%n",
        stopped[TIMES / 2], stopped[TIMES - 1], fx(this::words), fx(this::rows));
  }

  /** The same query without a screen, in turns with it. */
  private double firstAnswer() {
    Queries queries =
        console.window().switchboard().current().get().orElseThrow().project().queries();
    long start = System.nanoTime();
    try (FanOut run = queries.fanOut(new FanOutQuery(SeededEngine.FINTECH, SMALL))) {
      while (run.next(PATIENCE).isEmpty() && !run.isOver()) {
        Thread.onSpinWait();
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Looks at what lives on the way, each time after a collection, and at the end. */
  private void heap(String what, String sql) throws Exception {
    load("SELECT 1 WHERE 0");
    press();
    until(this::isOver);
    double before = liveMegabytes();
    load(sql);
    long start = System.nanoTime();
    press();
    double most = before;
    for (int look = 0; look < LOOKS; look++) {
      int wanted = (int) ((long) tenants * look / LOOKS);
      until(() -> isOver() || answered() >= wanted);
      most = Math.max(most, liveMegabytes());
    }
    until(this::isOver);
    double seconds = (System.nanoTime() - start) / 1e9;
    most = Math.max(most, liveMegabytes());
    System.out.printf(
        "%s: heap at most %.1f MB above before (%.0f MB); %.1f s with the looks; %s, %,d in the"
            + " grid%n",
        what, most - before, before, seconds, fx(this::words), fx(this::rows));
  }

  private void load(String sql) throws Exception {
    fx(
        () -> {
          ((SqlEditor) scene.lookup(".sql-editor")).load(sql);
          return true;
        });
  }

  private void press() throws Exception {
    fx(
        () -> {
          button("Run").fire();
          return true;
        });
  }

  /** As Escape does, which is never taken for a second click on Run. */
  private void stop() {
    Event.fireEvent(
        scene.lookup(".query-tab"),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
  }

  private Button button(String name) {
    return scene.getRoot().lookupAll(".run-button > .button").stream()
        .map(Button.class::cast)
        .filter(each -> each.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private boolean isOver() {
    return button("Run").isVisible();
  }

  /** Whether rows of this run are laid out; those of the one before stay for a moment. */
  private boolean hasRows() {
    return answered() > 0 && rows() > 0;
  }

  private int rows() {
    return scene.lookup(".result-grid") instanceof ResultGrid grid
        ? grid.table().getItems().size()
        : 0;
  }

  /** The figure in {@code 1,200 answered}; 0 when there is none. */
  private int answered() {
    Matcher matcher = ANSWERED.matcher(words());
    return matcher.find() ? Integer.parseInt(matcher.group(1).replace(",", "")) : 0;
  }

  /** What the bar over the result says. */
  private String words() {
    return scene.lookup(".result-line > .text-body") instanceof Label label ? label.getText() : "";
  }

  private static double liveMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
