package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.Rollback;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/**
 * Below the list: what became of the last rollback, and the way back while its safety backup is
 * kept. UI thread.
 */
final class RollbackStrip extends StackPane {
  private final BackupViewModel model;
  private final Consumer<Backup> undo;

  RollbackStrip(BackupViewModel model, Consumer<Backup> undo) {
    this.model = model;
    this.undo = undo;
    managedProperty().bind(visibleProperty());
    model.rollback().subscribe(_ -> refresh());
    model.list().readings().subscribe(_ -> refresh());
  }

  private void refresh() {
    Optional<Callout> callout = model.rollback().get().flatMap(this::callout);
    callout.ifPresentOrElse(getChildren()::setAll, getChildren()::clear);
    setVisible(callout.isPresent());
  }

  private Optional<Callout> callout(Rollback rollback) {
    String moment = moment(rollback);
    return switch (rollback.status()) {
      case RUNNING ->
          Optional.of(
              new Callout(
                  Tone.INFO,
                  Text.of("backup.strip.running", moment),
                  Text.of("backup.strip.running.text")));
      case FAILED ->
          Optional.of(
              new Callout(
                  Tone.DANGER,
                  Text.of("backup.strip.failed", moment),
                  Text.of("backup.strip.failed.text", rollback.error().orElse(""))));
      case DONE -> rollback.safetyPath().flatMap(model::at).map(safety -> done(rollback, safety));
    };
  }

  private Callout done(Rollback rollback, Backup safety) {
    Button back =
        Buttons.normal(Text.of("backup.strip.undo"), Icon.UNDO, () -> undo.accept(safety));
    String ago = Figures.ago(rollback.completedAt().orElse(rollback.createdAt()), Instant.now());
    return new Callout(
            Tone.INFO,
            Text.of("backup.strip.done", moment(rollback), ago),
            Text.of("backup.strip.done.text"))
        .action(back);
  }

  private String moment(Rollback rollback) {
    return model.at(rollback.storagePath()).map(BackupWords::moment).orElse(rollback.storagePath());
  }
}
