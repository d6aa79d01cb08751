package io.tenantry.app.controls.lifeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class LifeLineTest extends FxTest {
  private static final Instant NOW = Instant.parse("2027-03-04T16:00:00Z");
  private final List<String> opened = new ArrayList<>();

  @Test
  void aLineOfEventsIsDrawnInEveryLook() {
    LifeLine line = line();
    run(() -> line.show(story()));
    Scene scene = show(fx(() -> page(line)));
    Screenshots.everyLook("life-line", scene);
    assertThat(list().getItems()).hasSize(8);
  }

  @Test
  void enterOpensAnEventAndUnfoldsWhatWasFolded() {
    LifeLine line = line();
    run(() -> line.show(story()));
    show(fx(() -> page(line)));
    run(() -> list().requestFocus());
    run(() -> list().getSelectionModel().select(1));
    push(KeyCode.ENTER);
    assertThat(opened).containsExactly("Deployment of 1.4");
    run(() -> list().getSelectionModel().select(3));
    push(KeyCode.ENTER);
    settle();
    assertThat(list().getItems()).hasSize(8 + 13);
  }

  @Test
  void aClickOpensToo() {
    LifeLine line = line();
    run(() -> line.show(story()));
    show(fx(() -> page(line)));
    clickOn("Deployment of 1.4");
    assertThat(opened).containsExactly("Deployment of 1.4");
  }

  @Test
  void itIsAsHighAsItsRows() {
    LifeLine line = line();
    show(fx(() -> page(line)));
    run(() -> line.show(story()));
    settle();
    double last =
        fx(
            () ->
                list().lookupAll(".life-cell").stream()
                    .filter(cell -> cell instanceof ListCell<?> each && !each.isEmpty())
                    .mapToDouble(cell -> cell.getBoundsInParent().getMaxY())
                    .max()
                    .orElseThrow());
    assertThat(fx(() -> list().getHeight())).isCloseTo(last, within(3.0));
  }

  private LifeLine line() {
    opened.clear();
    return fx(() -> new LifeLine("What happened to acme", ZoneOffset.UTC, _ -> "backups"));
  }

  private List<LifeEvent> story() {
    List<LifeEvent> events = new ArrayList<>();
    events.add(
        event(
            NOW,
            new RailNode.Disc(Icon.DEPLOYMENTS, Tone.ACCENT),
            "Deployment of 1.4",
            "from 1.3"));
    events.add(
        event(
            NOW.minusSeconds(600),
            new RailNode.Disc(Icon.FAILED, Tone.DANGER),
            "Deployment of 1.4 failed",
            "duplicate value in users.email"));
    for (int at = 0; at < 14; at++) {
      Instant when = NOW.minus(Duration.ofMinutes(30L + at));
      events.add(
          new LifeEvent(when, new RailNode.Dot(), "Backup", "12.4 MB", "backup", Optional.empty()));
    }
    Instant before = NOW.minus(Duration.ofDays(1));
    events.add(event(before, new RailNode.Disc(Icon.SUSPENDED, Tone.PAUSED), "Suspended", ""));
    events.add(event(before.minusSeconds(60), new RailNode.Current(), "Version 1.3", "by ada"));
    events.add(event(before.minusSeconds(90), new RailNode.Ring(), "Created", "fintech 1.2"));
    return events;
  }

  private LifeEvent event(Instant at, RailNode node, String words, String caption) {
    return new LifeEvent(at, node, words, caption, words, Optional.of(() -> opened.add(words)));
  }

  private ListView<?> list() {
    return lookup(".life-line").queryListView();
  }

  private static VBox page(LifeLine line) {
    StackPane card = new StackPane(line);
    card.getStyleClass().add("card");
    card.setMaxWidth(400);
    VBox page = new VBox(card);
    page.getStyleClass().add("page");
    return page;
  }
}
