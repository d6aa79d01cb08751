package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class PlaceScreensTest extends FxTest {
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<Supplier<Screen>> next = new ArrayList<>();

  @Test
  void aScreenThatCannotBeBuiltIsReplacedByOneThatSaysSoUnderItsOwnName() {
    next.add(
        () -> {
          throw new IllegalAccessError("no access to com.sun.javafx.event");
        });
    next.add(() -> new Page("the query"));
    Navigator navigator = fx(() -> new Navigator(Place.of(ScreenRoute.TENANTS)));
    PlaceScreens screens = fx(this::screens);
    PageFrame frame = fx(() -> new PageFrame(navigator));
    run(
        () ->
            screens
                .shown()
                .subscribe(
                    shown ->
                        shown.ifPresent(
                            screen -> frame.show(Place.of(ScreenRoute.QUERY), screen))));
    show(frame);
    run(() -> screens.show(Place.of(ScreenRoute.QUERY)));
    settle();
    assertThat(fx(() -> lookup(".text-page-title").queryAs(Label.class).getText()))
        .isEqualTo("Query");
    assertThat(lookup(".failure").queryAll()).hasSize(1);
    clickOn("Try again");
    settle();
    assertThat(lookup(".failure").queryAll()).isEmpty();
    assertThat(lookup("the query").queryAll()).isNotEmpty();
  }

  @Test
  void aScreenThatBreaksWhenShownIsBuiltAnew() {
    next.add(
        () ->
            new Page(
                "first",
                () -> {
                  throw new IllegalStateException("broken");
                },
                () -> {}));
    next.add(() -> new Page("second"));
    PlaceScreens screens = fx(this::screens);
    run(() -> screens.show(Place.of(ScreenRoute.TENANTS)));
    assertThat(screens.shown().get()).containsInstanceOf(FailedScreen.class);
    run(() -> screens.show(Place.of(ScreenRoute.TENANTS)));
    assertThat(screens.shown().get()).containsInstanceOf(Page.class);
  }

  @Test
  void aScreenThatBreaksWhenLeftDoesNotHoldTheUser() {
    next.add(
        () ->
            new Page(
                "first",
                () -> {},
                () -> {
                  throw new IllegalStateException("broken");
                }));
    next.add(() -> new Page("second"));
    PlaceScreens screens = fx(this::screens);
    run(() -> screens.show(Place.of(ScreenRoute.TENANTS)));
    run(() -> screens.show(Place.of(ScreenRoute.QUERY)));
    assertThat(screens.shown().get().map(Screen::head).map(head -> head.titleProperty().get()))
        .contains("second");
  }

  @Test
  void whatIsShownAgainCountsAsOldUntilItsEngineHasAnswered() {
    next.add(
        () ->
            new Page(
                "first",
                () -> {
                  tasks.run("one", () -> {}).latest(this).start();
                  tasks.run("two", () -> {}).start();
                },
                () -> tasks.forget(this)));
    next.add(() -> new Page("second"));
    PlaceScreens screens = fx(this::screens);
    tasks.hold();
    run(() -> screens.show(Place.of(ScreenRoute.TENANTS)));
    assertThat(screens.refreshing().get()).isFalse();
    run(() -> screens.show(Place.of(ScreenRoute.QUERY)));
    run(() -> screens.show(Place.of(ScreenRoute.TENANTS)));
    assertThat(screens.refreshing().get()).isTrue();
    tasks.deliverNext();
    tasks.deliverNext();
    assertThat(screens.refreshing().get()).isTrue();
    tasks.deliverNext();
    assertThat(screens.refreshing().get()).isTrue();
    tasks.deliverNext();
    assertThat(screens.refreshing().get()).isFalse();
  }

  private PlaceScreens screens() {
    return new PlaceScreens(
        new ScreenFactory() {
          @Override
          public boolean offers(ScreenRoute route) {
            return true;
          }

          @Override
          public Screen create(ScreenRoute route) {
            return next.removeFirst().get();
          }
        },
        Optional::empty,
        tasks,
        new ErrorPresenter(new Notices()));
  }

  private record Page(String name, Runnable onShown, Runnable onHidden) implements Screen {
    Page(String name) {
      this(name, () -> {}, () -> {});
    }

    @Override
    public Node node() {
      return new Label(name);
    }

    @Override
    public PageHead head() {
      return new PageHead(name);
    }

    @Override
    public void shown(String subject) {
      onShown.run();
    }

    @Override
    public void hidden() {
      onHidden.run();
    }
  }
}
