package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.connect.Work;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ConsoleSettings;
import io.tenantry.app.settings.ConsoleSettingsFile;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.settings.WindowState;
import io.tenantry.app.start.Ring;
import io.tenantry.app.tasks.Job;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several windows of one console. */
class OpenWindowsTest extends FxTest {
  @TempDir private Path folder;
  private final AtomicInteger ended = new AtomicInteger();
  private Console console;
  private OpenWindows windows;
  private WindowStage first;

  @BeforeEach
  void open() {
    ended.set(0);
    start();
    await(() -> isOpen(first, "local"));
  }

  @AfterEach
  void close() {
    if (ended.get() == 0) {
      run(windows::quit);
    }
  }

  @Test
  void newWindowHasNoConnectionAndTheThemeReachesBoth() {
    WindowStage second = another();
    assertThat(fx(() -> second.content().switchboard().current().get())).isEmpty();
    run(() -> first.settings().themeProperty().set(ThemeChoice.DARK));
    assertThat(fx(() -> second.settings().themeProperty().get())).isEqualTo(ThemeChoice.DARK);
    run(() -> first.settings().themeProperty().set(ThemeChoice.LIGHT));
  }

  @Test
  void closingOneLeavesTheOthersAndTheLastEndsTheProgram() {
    WindowStage second = another();
    run(second::close);
    assertThat(ended).hasValue(0);
    assertThat(fx(() -> first.content().switchboard().current().get())).isPresent();
    run(first::close);
    assertThat(ended).hasValue(1);
  }

  @Test
  void theLastWindowAsksWhileTheEngineOfThisMachineWorks() {
    OpenConnection here = fx(() -> first.content().switchboard().current().get()).orElseThrow();
    works(here, "dep_1", "Deploy fintech 1.3");
    run(this::askToClose);
    assertThat(asked()).contains("1 job is at work. Close the console?");
    Screenshots.everyLook("sheet-OpenWindows", first.content().view().root().getScene());
    run(() -> first.content().dialogs().close());

    works(here, "dep_2", "Deploy shop 1.2");
    run(this::askToClose);
    assertThat(asked())
        .contains("2 jobs are at work. Close the console?")
        .anyMatch(word -> word.startsWith("Deploy shop 1.2"));
    assertThat(ended).hasValue(0);
    run(() -> first.content().dialogs().close());

    run(() -> windows.seenFrom(first).work().remove(here, "dep_1"));
    run(() -> windows.seenFrom(first).work().remove(here, "dep_2"));
    run(this::askToClose);
    await(() -> ended.get() == 1);
  }

  private List<String> asked() {
    return fx(
        () ->
            first.content().view().root().lookupAll(".dialog-sheet .label").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList());
  }

  private void works(OpenConnection at, String id, String title) {
    Job job = new Job(id, title, "1/9 tenants", OptionalDouble.of(0.1), 0, false);
    Work work = new Work(at, job, () -> {}, Optional.empty(), true);
    run(() -> windows.seenFrom(first).work().show(work));
  }

  @Test
  void oneOfSeveralWindowsClosesWithoutAQuestion() {
    WindowStage second = another();
    OpenConnection here = fx(() -> first.content().switchboard().current().get()).orElseThrow();
    works(here, "d", "Drill");
    run(() -> windows.whenWorkMayPause(second, second::close));
    assertThat(fx(this::stages)).hasSize(1);
  }

  private void askToClose() {
    windows.whenWorkMayPause(first, first::close);
  }

  @Test
  void windowsThatWereOpenTogetherComeBackTogether() {
    another();
    run(windows::quit);
    assertThat(ended).hasValue(1);
    assertThat(kept().windows()).extracting(WindowState::connection).containsExactly("local", "");

    ended.set(0);
    start();
    await(() -> isOpen(first, "local"));
    assertThat(stages()).hasSize(2);
  }

  @Test
  void windowThatWasClosedBeforeTheOthersDoesNotComeBack() {
    WindowStage second = another();
    run(second::close);
    run(first::close);
    assertThat(kept().windows()).hasSize(1);
  }

  @Test
  void startOnAnotherDataFolderOpensAWindowForIt() {
    Path other = folder.resolve("other");
    run(() -> windows.answer(new Ring(Optional.of(other))));
    await(() -> stages().stream().anyMatch(stage -> stage.getTitle().contains("other")));
    assertThat(stages()).hasSize(2);
    run(() -> windows.answer(new Ring(Optional.of(other))));
    settle();
    assertThat(fx(this::stages)).hasSize(2);
  }

  @Test
  void closedWindowIsCollected() {
    WeakReference<ConsoleWindow> content = closedWindow();
    await(
        () -> {
          System.gc();
          return content.get() == null;
        });
  }

  /** Opens a window, shows something in it, and closes it. */
  private WeakReference<ConsoleWindow> closedWindow() {
    Connection other = fx(() -> console.book().localFor(folder.resolve("other")));
    WindowStage second = fx(() -> windows.openNew(first, Optional.of(other)));
    await(() -> second.shows(other) && second.content().isIdle());
    run(() -> second.content().navigator().go(ScreenRoute.QUERY));
    await(second.content()::isIdle);
    run(second::close);
    return new WeakReference<>(second.content());
  }

  private void start() {
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    console = fx(() -> new Console(folders, "1.0.0"));
    windows = fx(() -> new OpenWindows(console, ended::incrementAndGet));
    List<WindowStage> restored = fx(windows::restore);
    first = restored.getFirst();
    run(
        () -> {
          windows.start(restored);
          restored.forEach(WindowStage::show);
        });
  }

  private WindowStage another() {
    return fx(() -> windows.openNew(first, Optional.empty()));
  }

  private static boolean isOpen(WindowStage window, String connection) {
    return window
        .content()
        .switchboard()
        .current()
        .get()
        .filter(open -> open.connection().id().equals(connection))
        .isPresent();
  }

  private ConsoleSettings kept() {
    return new ConsoleSettingsFile(folder.resolve("config")).read();
  }

  private List<Stage> stages() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> stage != stage())
        .filter(stage -> !stage.getTitle().isEmpty())
        .toList();
  }
}
