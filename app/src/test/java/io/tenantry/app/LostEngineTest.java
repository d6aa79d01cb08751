package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote engine that goes away and comes back, as the window tells it. */
class LostEngineTest extends FxTest {
  @TempDir private Path folder;
  private LocalEngine remote;
  private EngineServer server;
  private Console console;
  private ConsoleWindow window;
  private Scene scene;

  @BeforeEach
  void open() {
    new SeededEngine(folder.resolve("remote")).fintech().tenants(3).close();
    remote = LocalEngine.open(EngineConfig.at(folder.resolve("remote")));
    server = EngineServer.start(remote, EngineServer.LOOPBACK, 0);
    console = fx(() -> new Console(new Folders(folder.resolve("d"), folder.resolve("c")), "1.0.0"));
    Connection prod =
        new Connection(
            "prod",
            "Prod EU",
            new EngineTarget.Remote(server.url()),
            ConnectionColour.RED,
            "",
            GuardLevel.TYPED,
            Optional.empty());
    window =
        fx(
            () -> {
              console.vault().put("prod", remote.ownerKey());
              console.book().save(prod);
              return ConsoleWindow.alone(console);
            });
    scene = show(window.view().root());
    run(() -> window.switchboard().open(prod, null));
    await(() -> window.switchboard().current().get().isPresent());
    run(() -> window.navigator().go(ScreenRoute.TENANTS));
    await(() -> window.isIdle() && strip() != null);
  }

  @AfterEach
  void close() {
    run(window::close);
    run(console::close);
    server.close();
    remote.close();
  }

  @Test
  void aStripSaysSoWhileItIsAwayAndMovesNothing() {
    assertThat(fx(() -> strip().isVisible())).isFalse();
    List<Bounds> before = places();
    int port = server.url().getPort();
    server.close();
    run(() -> window.switchboard().ask());
    await(() -> strip().isVisible());
    assertThat(fx(() -> lookup(".link-strip .text-heading").queryAs(Labeled.class).getText()))
        .isEqualTo("The engine is not running");
    assertThat(places()).isEqualTo(before);
    Node pageArea = lookup(".guard-frame").query();
    assertThat(fx(() -> inScene(strip()).getMinY() >= inScene(pageArea).getMaxY())).isTrue();
    Screenshots.take("engine-lost", scene);
    assertThat(fx(() -> window.navigator().current().get().route())).isEqualTo(ScreenRoute.TENANTS);

    server = EngineServer.start(remote, EngineServer.LOOPBACK, port);
    run(() -> lookup(".link-strip .button").queryButton().fire());
    await(() -> !strip().isVisible() && window.isIdle());
    assertThat(places()).isEqualTo(before);
  }

  @Test
  void whatIsNotKnownWhileItIsAwayIsNotTold() {
    await(() -> statusItems().stream().anyMatch(item -> item.getText().equals("3 tenants")));
    lose();
    assertThat(fx(() -> statusItems().stream().map(Labeled::getText).toList()))
        .containsExactly(
            "The engine does not answer", "– tenants", "– open connections", "Memory –");
    assertThat(fx(() -> statusItems().stream().skip(1).allMatch(Node::isDisabled))).isTrue();
  }

  @Test
  void aMessageStandsAboveTheStripAndItsButton() {
    lose();
    run(() -> window.errors().notices().show(Tone.DANGER, Problem.of("It failed", "So.", "")));
    settle();
    Node toast = lookup(".toast").query();
    assertThat(fx(() -> inScene(toast).getMaxY() <= inScene(strip()).getMinY())).isTrue();
  }

  @Test
  void thatTheTimeOfAnAnswerIsNotKnownMovesNothingInTheHeader() {
    await(() -> !lookup(".latency").queryAs(Label.class).getText().isEmpty());
    Node beside = lookup(".project-switcher").query();
    Bounds before = fx(() -> inScene(beside));
    lose();
    assertThat(fx(() -> lookup(".latency").queryAs(Label.class).getText())).isEmpty();
    assertThat(
            fx(
                () -> {
                  scene.getRoot().applyCss();
                  scene.getRoot().layout();
                  return inScene(beside);
                }))
        .isEqualTo(before);
  }

  @Test
  void theTimeOfAnAnswerMovesNothingInTheHeader() {
    Label latency = lookup(".latency").queryAs(Label.class);
    Node beside = lookup(".project-switcher").query();
    List<Bounds> places = new ArrayList<>();
    for (String time : List.of("3.9 ms", "71 ms", "999 ms", "12.3 s")) {
      places.add(
          fx(
              () -> {
                latency.setText(time);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                assertThat(latency.isTextTruncated()).isFalse();
                return inScene(beside);
              }));
    }
    assertThat(places).containsOnly(places.getFirst());
  }

  @Test
  void theLocalEngineIsInThisAppWhileAnotherOneIsShown() {
    run(() -> window.navigator().go(ScreenRoute.CONNECTIONS));
    await(window::isIdle);
    assertThat(lookup("Not connected").queryAll()).isNotEmpty();
    run(() -> window.switchboard().open(console.book().local(), null));
    await(() -> openNow("local") && window.isIdle());
    run(() -> window.switchboard().open(console.book().find("prod").orElseThrow(), null));
    await(() -> openNow("prod") && window.isIdle());
    run(() -> window.navigator().go(ScreenRoute.CONNECTIONS));
    await(window::isIdle);
    assertThat(lookup("In this app").queryAll()).isNotEmpty();
    assertThat(lookup("Not connected").queryAll()).isEmpty();
  }

  @Test
  void aTestOfAConnectionTellsTheWholeReason() {
    run(() -> window.navigator().go(ScreenRoute.CONNECTIONS));
    await(window::isIdle);
    push(KeyCode.CONTROL, KeyCode.N);
    settle();
    run(
        () ->
            lookup(".dialog-sheet .text-field").queryAllAs(TextInputControl.class).stream()
                .filter(field -> field.getPromptText().startsWith("https:"))
                .forEach(field -> field.setText("http://127.0.0.1:9")));
    run(() -> lookup(".connection-test .button").queryButton().fire());
    Label reason = lookup(".connection-test .text-muted").queryAs(Label.class);
    await(() -> reason.getStyleClass().contains("text-danger"));
    run(() -> reason.setText((reason.getText() + " ").repeat(4)));
    settle();
    assertThat(fx(reason::isTextTruncated)).isFalse();
    push(KeyCode.ESCAPE);
  }

  @Test
  void enterInThePasswordLogsIn() {
    run(() -> window.navigator().go(ScreenRoute.CONNECTIONS));
    await(window::isIdle);
    push(KeyCode.CONTROL, KeyCode.N);
    settle();
    run(() -> lookup(".dialog-sheet .quiet-pane").queryAs(TitledPane.class).setExpanded(true));
    settle();
    run(
        () ->
            lookup(".dialog-sheet .text-field").queryAllAs(TextInputControl.class).stream()
                .filter(field -> field.getPromptText().startsWith("https:"))
                .forEach(field -> field.setText(server.url().toString())));
    TextInputControl password =
        lookup(".quiet-pane .password-field").queryAs(TextInputControl.class);
    run(
        () ->
            lookup(".quiet-pane .text-field").queryAllAs(TextInputControl.class).stream()
                .filter(field -> field != password)
                .forEach(field -> field.setText("nobody@example.com")));
    run(() -> password.setText("not the word"));
    run(password::requestFocus);
    push(KeyCode.ENTER);
    await(
        () ->
            lookup(".quiet-pane .text-danger").queryAllAs(Label.class).stream()
                .anyMatch(label -> !label.getText().isEmpty()));
    assertThat(lookup(".dialog-sheet").queryAll()).isNotEmpty();
    push(KeyCode.ESCAPE);
  }

  private boolean openNow(String id) {
    return window
        .switchboard()
        .current()
        .get()
        .filter(open -> open.connection().id().equals(id))
        .isPresent();
  }

  private void lose() {
    server.close();
    run(() -> window.switchboard().ask());
    await(() -> strip().isVisible());
  }

  private List<Button> statusItems() {
    return lookup(".status-item").queryAllAs(Button.class).stream()
        .filter(item -> item.isVisible() && !item.getText().isEmpty())
        .toList();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Node strip() {
    return scene.getRoot().lookup(".link-strip");
  }

  private List<Bounds> places() {
    return fx(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          List<Bounds> places = new ArrayList<>();
          for (String kind : new String[] {".nav-item", ".page-head .button", ".table-view"}) {
            lookup(kind)
                .queryAll()
                .forEach(node -> places.add(node.localToScene(node.getLayoutBounds())));
          }
          return places;
        });
  }
}
