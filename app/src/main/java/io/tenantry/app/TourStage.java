package io.tenantry.app;

import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.fx.Snapshots;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tour.Door;
import io.tenantry.app.tour.Look;
import io.tenantry.app.tour.TourEngine;
import io.tenantry.app.tour.TourWindow;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The console as the tour drives it: a real window that it moves through and takes pictures of.
 * Built on the UI thread, used by the tour's own.
 */
final class TourStage implements TourWindow, TourEngine, AutoCloseable {
  private static final long PATIENCE_MILLIS = 15_000;
  private static final int CALM_ROUNDS = 3;
  private static final long POLL_MILLIS = 10;

  private final Folders folders;
  private final Path pictures;
  private final Console console;
  private final ConsoleWindow app;
  private final Stage stage = new Stage();
  private final Scene scene;
  private final Thread.UncaughtExceptionHandler handlerBefore;
  private final Faults faults = new Faults();
  private final AtomicReference<@Nullable EngineException> failure = new AtomicReference<>();

  TourStage(Folders folders, Path pictures) {
    this.folders = folders;
    this.pictures = pictures;
    Themes.loadFonts();
    console = new Console(folders, Main.Versions.current());
    app = ConsoleWindow.alone(console);
    handlerBefore = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler(console.uncaught());
    scene = new Scene(app.view().root(), 1440, 900);
    stage.setScene(scene);
    stage.setTitle("Tenantry");
    stage.show();
    app.start(failure::set);
  }

  /** Waits until the local engine is open. */
  void awaitOpen() throws InterruptedException {
    waitUntil(() -> failure.get() != null || app.switchboard().current().get().isPresent());
    EngineException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void go(Place place) throws InterruptedException {
    ui(
        () -> {
          if (place.equals(place())) {
            app.reload();
          } else {
            app.navigator().go(place);
          }
          return true;
        });
    settle();
  }

  @Override
  public Place place() {
    return app.navigator().current().get();
  }

  @Override
  public void picture(String name, Look look) throws InterruptedException {
    look(look);
    ui(
        () -> {
          Snapshots.write(scene, pictures.resolve(name + "-" + look.word() + ".png"));
          return true;
        });
  }

  @Override
  public void look(Look look) throws InterruptedException {
    ui(
        () -> {
          app.settings().themeProperty().set(look.theme());
          stage.setWidth(stage.getWidth() - scene.getWidth() + look.width());
          stage.setHeight(stage.getHeight() - scene.getHeight() + look.height());
          return true;
        });
    ui(() -> true); // what the new size has queued
  }

  @Override
  public List<String> faults() throws InterruptedException {
    List<String> found = new ArrayList<>(faults.take());
    found.addAll(ui(this::shownFaults));
    return found;
  }

  /** Returns what the window itself says: what failed, what never came, and messages in red. */
  private List<String> shownFaults() {
    List<String> shown = new ArrayList<>();
    for (ScreenStatePane pane : Door.visible(scene.getRoot(), ScreenStatePane.class)) {
      switch (pane.shown()) {
        case ScreenState.Failed(Problem problem) -> shown.add("failed: " + words(problem));
        case ScreenState.Loading _ -> shown.add("still loading");
        case ScreenState.Empty _, ScreenState.Loaded _ -> {}
      }
    }
    Notices notices = app.errors().notices();
    for (Notice notice : List.copyOf(notices.shown())) {
      if (notice.tone() == Tone.DANGER) {
        shown.add("told: " + words(notice.problem()));
        notices.close(notice);
      }
    }
    return shown;
  }

  private static String words(Problem problem) {
    return problem.title() + " " + problem.text();
  }

  @Override
  public Scene scene() {
    return scene;
  }

  @Override
  public boolean isDialogOpen() {
    return app.dialogs().isOpen();
  }

  @Override
  public void closeDialog() {
    app.dialogs().close();
  }

  @Override
  public void openPalette() {
    app.view().openPalette();
  }

  @Override
  public void askBeforeChanges() {
    app.guard().level(GuardLevel.CONFIRM);
  }

  @Override
  public Project open(Credential credential) {
    return app.local().engine().open(credential);
  }

  @Override
  public EngineInfo info() {
    return app.local().engine().info();
  }

  @Override
  public void reopen() {
    try {
      fx(
          () -> {
            app.navigator().go(ScreenRoute.SETTINGS);
            app.switchboard().release();
            return true;
          });
      app.local().close();
      fx(
          () -> {
            app.start(failure::set);
            return true;
          });
      awaitOpen();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Path dataFolder() {
    return folders.data();
  }

  @Override
  public void close() throws InterruptedException {
    fx(
        () -> {
          stage.hide();
          app.close();
          console.close();
          Thread.currentThread().setUncaughtExceptionHandler(handlerBefore);
          return true;
        });
    faults.close();
  }

  /** Waits until no work is under way for some rounds, so that what is loaded is on the screen. */
  @Override
  public void settle() throws InterruptedException {
    int[] calm = {0};
    waitUntil(
        () -> {
          calm[0] = app.isIdle() ? calm[0] + 1 : 0;
          return calm[0] >= CALM_ROUNDS;
        });
  }

  private static void waitUntil(Callable<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!fx(condition) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  @Override
  public <T> T ui(Callable<T> work) throws InterruptedException {
    return fx(work);
  }

  private static <T> T fx(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException(io);
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the window did not answer", e);
    }
  }
}
