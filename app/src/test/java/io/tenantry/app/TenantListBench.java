package io.tenantry.app;

import static io.tenantry.app.UiLaps.fx;
import static io.tenantry.app.UiLaps.until;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.Seen;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The list of 100,000 tenants in the whole console, on the local engine and against a server: from
 * what the user does until the rows are laid out that he wants to see. The tenants are rows of the
 * catalog only; nothing here opens a file of theirs.
 */
final class TenantListBench {
  private static final int TENANTS = 100_000;
  private final Random random = new Random(7);
  private final BenchConsole console;
  private final ConsoleWindow window;
  private final Scene scene;
  private final UiLaps laps;

  private TenantListBench(BenchConsole console) {
    this.console = console;
    window = console.window();
    scene = console.scene();
    laps = console.laps();
  }

  /**
   * Prints what each act must not exceed, what it took, and how much memory the process has.
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
    try (BenchConsole console = BenchConsole.open(data, work)) {
      TenantListBench bench = new TenantListBench(console);
      bench.measure("local engine", console.local());
      bench.measure("server", console.server());
    }
    Platform.exit();
  }

  private void measure(String engine, Connection connection) throws Exception {
    console.connect(connection);
    laps.head(engine);
    go(ScreenRoute.WORKSPACES);
    laps.first("opened for the first time", () -> go0(ScreenRoute.TENANTS), this::rowsSeen);
    laps.report("opened again", 150, this::leave, () -> go0(ScreenRoute.TENANTS), this::rowsSeen);
    laps.report("jump to anywhere", 100, () -> {}, this::jump, this::rowsSeen);
    laps.report("End", 100, () -> key(KeyCode.HOME), () -> key(KeyCode.END), this::endSeen);
    laps.report("Page Down", 100, () -> {}, () -> key(KeyCode.PAGE_DOWN), this::rowsSeen);
    laps.report("type a name", 100, () -> key(KeyCode.HOME), this::typeName, this::nameSeen);
    filterBy("a word", () -> "77" + random.nextInt(10));
    filterBy("version", () -> "version:1.1");
    filterBy("what nobody has", () -> "zzz");
    laps.report("order by creation", 200, () -> sort("id"), () -> sort0("created"), this::settled);
    sort("id");
    System.gc();
    System.out.printf("%-30s %6d %8d MB%n", "resident", 350, residentMegabytes());
  }

  private void filterBy(String what, Supplier<String> text) throws Exception {
    laps.report("filter by " + what, 200, this::clear, () -> filter(text.get()), this::settled);
    clear();
  }

  private boolean endSeen() {
    return shows(TENANTS - 1);
  }

  private void typeName() throws Exception {
    type("tenant-9");
  }

  private boolean nameSeen() {
    return shows(88_889);
  }

  private void go(ScreenRoute route) throws Exception {
    fx(
        () -> {
          go0(route);
          return true;
        });
    until(window::isIdle);
  }

  private void leave() throws Exception {
    go(ScreenRoute.WORKSPACES);
  }

  private void go0(ScreenRoute route) {
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
