package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.Target;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.Seen;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.settings.WindowState;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The list of 100,000 tenants in the whole console, on the local engine and against a server: from
 * what the user does until the rows are laid out that he wants to see. The tenants are rows of the
 * catalog only; nothing here opens a file of theirs.
 */
final class TenantListBench {
  private static final int TENANTS = 100_000;
  private static final int TIMES = 40;
  private static final int WARM = 6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(7);
  private final ConsoleWindow window;
  private final Scene scene;

  private TenantListBench(ConsoleWindow window, Scene scene) {
    this.window = window;
    this.scene = scene;
  }

  /**
   * Prints medians and the slowest, in milliseconds, and the medians of processor time: they stay
   * what they are on a busy machine.
   *
   * @param args optionally the folder below which it works; what it left there is used again
   */
  public static void main(String[] args) throws Exception {
    Path work =
        args.length > 0
            ? Files.createDirectories(Path.of(args[0], "tenant-list"))
            : Files.createTempDirectory("tenant-list");
    Path data = work.resolve("data");
    if (!Files.exists(data)) {
      ManyTenants.write(data, TENANTS);
    }
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Console console =
        fx(
            () ->
                new Console(new Folders(data, Files.createTempDirectory(work, "config")), "bench"));
    TenantListBench bench = fx(() -> open(console));
    bench.measure("local engine", console.book().local());
    URI url = console.locals().home().startEndpoint(0);
    Connection server = server(url);
    console.vault().put(server.id(), console.locals().home().ownerKey());
    bench.measure("server", server);
    fx(
        () -> {
          bench.window.close();
          console.close();
          return true;
        });
    Platform.exit();
  }

  private static TenantListBench open(Console console) {
    Themes.loadFonts();
    Themes.apply(Theme.LIGHT);
    ConsoleWindow window =
        new ConsoleWindow(
            console,
            console.settings().open(WindowState.fresh()),
            OtherWindows.none(),
            new NoFileDialogs());
    Scene scene = new Scene(window.view().root(), 1440, 900);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    window.startWithoutConnection();
    return new TenantListBench(window, scene);
  }

  private static Connection server(URI url) {
    return new Connection(
        "bench",
        "Server",
        new Target.Remote(url),
        ConnectionColour.INDIGO,
        "",
        GuardLevel.OPEN,
        Optional.empty());
  }

  private void measure(String engine, Connection connection) throws Exception {
    fx(
        () -> {
          window.switchboard().open(connection, Throwable::printStackTrace);
          return true;
        });
    until(
        () ->
            window
                .switchboard()
                .current()
                .get()
                .filter(open -> open.connection().id().equals(connection.id()))
                .isPresent());
    System.out.printf(
        "%n%-34s %8s %8s %8s %8s%n", engine, "median", "slowest", "UI cpu", "all cpu");
    go(Route.WORKSPACES);
    Took first = took(() -> go0(Route.TENANTS), this::rowsSeen);
    System.out.printf(
        "%-34s %8.0f %8s %8.0f %8.0f%n",
        "opened for the first time", first.millis(), "", first.uiMillis(), first.allMillis());
    report("opened again", this::leave, () -> go0(Route.TENANTS), this::rowsSeen);
    report("jump to anywhere", () -> {}, this::jump, this::rowsSeen);
    report("End", () -> key(KeyCode.HOME), () -> key(KeyCode.END), () -> shows(TENANTS - 1));
    report("Page Down", () -> {}, () -> key(KeyCode.PAGE_DOWN), this::rowsSeen);
    report("filter by a word", this::clear, () -> filter("77" + random.nextInt(10)), this::settled);
    report("filter by version", this::clear, () -> filter("version:1.1"), this::settled);
    report("filter that matches nothing", this::clear, () -> filter("zzz"), this::settled);
    clear();
    report("order by creation", () -> sort("id"), () -> sort0("created"), this::settled);
    sort("id");
    report("type a name", () -> key(KeyCode.HOME), () -> type("tenant-9"), () -> shows(88_889));
    System.gc();
    System.out.printf("%-34s %8d MB%n", "resident", residentMegabytes());
  }

  private void report(String what, Step before, Step act, BooleanSupplier there) throws Exception {
    double[] times = new double[TIMES];
    double[] ui = new double[TIMES];
    double[] all = new double[TIMES];
    for (int time = -WARM; time < TIMES; time++) {
      before.run();
      Took took = took(act, there);
      if (time >= 0) {
        times[time] = took.millis();
        ui[time] = took.uiMillis();
        all[time] = took.allMillis();
      }
    }
    Arrays.sort(times);
    Arrays.sort(ui);
    Arrays.sort(all);
    System.out.printf(
        "%-34s %8.0f %8.0f %8.0f %8.0f%n",
        what, times[TIMES / 2], times[TIMES - 1], ui[TIMES / 2], all[TIMES / 2]);
  }

  private static long processNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private interface Step {
    void run() throws Exception;
  }

  /**
   * What an act took.
   *
   * @param millis until it was laid out
   * @param uiMillis of processor time on the UI thread, which does not depend on what else runs
   * @param allMillis of processor time in the whole process
   */
  private record Took(double millis, double uiMillis, double allMillis) {}

  /** From the act until a layout in which it is there. */
  private Took took(Step act, BooleanSupplier there) throws Exception {
    CompletableFuture<Took> done = new CompletableFuture<>();
    fx(
        () -> {
          Watch watch = new Watch(there, done);
          act.run();
          scene.addPostLayoutPulseListener(watch);
          Platform.requestNextPulse();
          return true;
        });
    Took took = done.get(30, TimeUnit.SECONDS);
    until(window::isIdle);
    return took;
  }

  /** Looks after each layout, and asks for the next one. */
  private final class Watch implements Runnable {
    private final BooleanSupplier there;
    private final CompletableFuture<Took> done;
    private final long start = System.nanoTime();
    private final long ui = THREADS.getCurrentThreadCpuTime();
    private final long all = processNanos();

    Watch(BooleanSupplier there, CompletableFuture<Took> done) {
      this.there = there;
      this.done = done;
    }

    @Override
    public void run() {
      if (there.getAsBoolean()) {
        scene.removePostLayoutPulseListener(this);
        done.complete(
            new Took(
                (System.nanoTime() - start) / 1e6,
                (THREADS.getCurrentThreadCpuTime() - ui) / 1e6,
                (processNanos() - all) / 1e6));
      } else {
        Platform.requestNextPulse();
      }
    }
  }

  private void go(Route route) throws Exception {
    fx(
        () -> {
          go0(route);
          return true;
        });
    until(window::isIdle);
  }

  private void leave() throws Exception {
    go(Route.WORKSPACES);
  }

  private void go0(Route route) {
    window.navigator().go(Place.of(route));
  }

  private void jump() {
    if (table().lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.setPosition(random.nextDouble());
    }
  }

  private void key(KeyCode code) throws Exception {
    fx(
        () -> {
          table().requestFocus();
          Event.fireEvent(
              table(),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          return true;
        });
  }

  private void type(String word) throws Exception {
    fx(
        () -> {
          table().requestFocus();
          for (char letter : word.toCharArray()) {
            Event.fireEvent(
                table(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    String.valueOf(letter),
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false));
          }
          return true;
        });
  }

  private void filter(String text) throws Exception {
    fx(
        () -> {
          field().setText(text);
          return true;
        });
  }

  private void clear() throws Exception {
    filter("");
    until(window::isIdle);
  }

  private void sort(String column) throws Exception {
    sort0(column);
    until(window::isIdle);
  }

  private void sort0(String column) throws Exception {
    fx(
        () -> {
          sortBy(table(), column);
          return true;
        });
  }

  private static <R> void sortBy(DataTable<R> table, String column) {
    table
        .getSortOrder()
        .setAll(table.getColumns().stream().filter(each -> each.getId().equals(column)).toList());
  }

  /** Whether all rows that are seen are here. */
  private boolean rowsSeen() {
    DataTable<?> table = tableOrNull();
    Optional<Seen> seen = table == null ? Optional.empty() : table.port().seen();
    return seen.isPresent()
        && !table.getItems().isEmpty()
        && table.getItems().subList(seen.get().first(), seen.get().last() + 1).stream()
            .allMatch(row -> row != null);
  }

  private boolean shows(int index) {
    return rowsSeen()
        && table()
            .port()
            .seen()
            .filter(seen -> seen.first() <= index && index <= seen.last())
            .isPresent();
  }

  /** Whether nothing is waited for and what came is laid out. */
  private boolean settled() {
    return window.isIdle() && (table().getItems().isEmpty() || rowsSeen());
  }

  private DataTable<?> table() {
    DataTable<?> table = tableOrNull();
    if (table == null) {
      throw new IllegalStateException("the list is not shown");
    }
    return table;
  }

  private @Nullable DataTable<?> tableOrNull() {
    return scene.lookup(".data-table") instanceof DataTable<?> table ? table : null;
  }

  private TextField field() {
    return (TextField) scene.lookup(".filter-field");
  }

  private static void until(BooleanSupplier condition) throws Exception {
    while (!fx(condition::getAsBoolean)) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static <T> T fx(Callable<T> work) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.get();
  }

  private static long residentMegabytes() throws Exception {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(-1)
        : -1;
  }
}
