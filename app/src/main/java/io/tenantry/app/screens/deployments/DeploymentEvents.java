package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.lifeline.LifeEvent;
import io.tenantry.app.controls.lifeline.LifeLine;
import io.tenantry.app.controls.lifeline.RailNode;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentId;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What happened to a deployment as a whole, and who did it, newest first. UI thread. */
final class DeploymentEvents extends VBox {
  private final LifeLine line =
      new LifeLine(Text.of("deployment.log"), ZoneId.systemDefault(), LifeEvent::words);
  private final Consumer<DeploymentId> onOpen;

  /**
   * Creates it empty.
   *
   * @param onOpen opens an undo
   */
  DeploymentEvents(Consumer<DeploymentId> onOpen) {
    this.onOpen = onOpen;
    getStyleClass().addAll("card", "deployment-log");
    getChildren().addAll(Labels.heading(Text.of("deployment.log")), line);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<DeploymentEvent> oldestFirst) {
    setVisible(!oldestFirst.isEmpty());
    line.show(oldestFirst.reversed().stream().map(this::event).toList());
  }

  private LifeEvent event(DeploymentEvent event) {
    return new LifeEvent(
        event.at(),
        node(event),
        words(event),
        event.author().map(who -> Text.of("deployment.log.by", who)).orElse(""),
        event.toString(), // each is told by itself
        event.undo().map(undo -> () -> onOpen.accept(undo)));
  }

  private static String words(DeploymentEvent event) {
    String key = "deployment.log." + event.kind().code();
    return switch (event.kind()) {
      case STAGE, WIDTH -> Text.of(key, event.number().orElse(0));
      case FINISHED -> event.status().map(DeploymentWords::chip).map(Chip.Content::text).orElse("");
      case UNDONE -> Text.of(key, event.undo().map(DeploymentId::value).orElse(""));
      case STARTED, PAUSED, RESUMED, CANCELLED, RETRIED, RESTARTED -> Text.of(key);
    };
  }

  private static RailNode node(DeploymentEvent event) {
    return switch (event.kind()) {
      case STAGE, WIDTH -> new RailNode.Dot();
      case STARTED, RESUMED -> new RailNode.Disc(Icon.RUN, Tone.RUNNING);
      case PAUSED -> new RailNode.Disc(Icon.PAUSE, Tone.PAUSED);
      case CANCELLED -> new RailNode.Disc(Icon.CLOSE, Tone.NEUTRAL);
      case RETRIED -> new RailNode.Disc(Icon.RETRY, Tone.RUNNING);
      case RESTARTED -> new RailNode.Disc(Icon.RETRY, Tone.WARNING);
      case UNDONE -> new RailNode.Disc(Icon.UNDO, Tone.NEUTRAL);
      case FINISHED ->
          event
              .status()
              .map(DeploymentWords::chip)
              .<RailNode>map(end -> new RailNode.Disc(end.tone().icon(), end.tone()))
              .orElseGet(RailNode.Dot::new);
    };
  }
}
