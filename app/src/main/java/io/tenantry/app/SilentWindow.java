package io.tenantry.app;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.text.Text;
import io.tenantry.themes.Themes;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/** Says that another console has the settings folder and does not answer. UI thread. */
final class SilentWindow {
  private final Stage stage = new Stage();

  SilentWindow(Path settings, Optional<Long> pid, Runnable onClosed) {
    Themes.loadFonts();
    Themes.apply(Themes.ofSystem());
    String who =
        pid.map(id -> Text.of("shell.silent.process", Long.toString(id)))
            .orElse(Text.of("shell.silent.someone"));
    Button close = Buttons.primary(Text.of("dialogs.close"), stage::close);
    close.setDefaultButton(true);
    HBox footer = Panels.row(Panels.spacer(), close);
    stage.setTitle("Tenantry");
    stage.setScene(
        new Scene(
            Panels.page(
                Labels.title(Text.of("shell.silent.title")),
                Labels.prose(Text.of("shell.silent.text", who, settings)),
                footer)));
    stage.setResizable(false);
    stage.setOnHidden(_ -> onClosed.run());
  }

  void show() {
    stage.show();
  }
}
