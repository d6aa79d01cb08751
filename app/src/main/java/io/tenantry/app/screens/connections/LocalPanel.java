package io.tenantry.app.screens.connections;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import java.net.URI;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The engine inside this console, with its HTTP endpoint. UI thread. */
final class LocalPanel {
  private final LocalPanelViewModel model;
  private final VBox endpoint = Panels.column();
  private final Chip state = new Chip(Tone.NEUTRAL, "");
  private final CopyField url = CopyField.plain("");
  private final CopyField key = CopyField.secret("");

  LocalPanel(LocalPanelViewModel model) {
    this.model = model;
    model.endpoint().subscribe(this::showEndpoint);
    model.key().subscribe(secret -> key.show(secret.map(Secret::value).orElse("")));
  }

  Node node() {
    Label size = Labels.body("");
    size.getStyleClass().add("field-value");
    size.textProperty().bind(model.size());
    VBox folder =
        Panels.column(
            Labels.caption(Text.of("connections.local.folder")),
            CopyField.plain(model.dataFolder()));
    HBox.setHgrow(folder, Priority.ALWAYS);
    VBox used = Panels.column(Labels.caption(Text.of("connections.local.size")), size);
    used.setMinWidth(90);
    HBox first = Panels.row(folder, used);
    first.getStyleClass().add("loose");
    Label problem = Labels.prose("");
    problem.getStyleClass().add("text-danger");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    model
        .problem()
        .subscribe(now -> problem.setText(now.map(p -> p.text() + " " + p.action()).orElse("")));
    VBox card = Panels.section(Text.of("connections.local.title"), first, state);
    Label help = Labels.caption(Text.of("connections.endpoint.help"));
    Label title = Labels.heading(Text.of("connections.endpoint"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox heading = Panels.row(title, help);
    card.getChildren().addAll(heading, endpoint, problem);
    return card;
  }

  private void showEndpoint(Optional<URI> now) {
    state.show(
        now.isPresent() ? Tone.SUCCESS : Tone.NEUTRAL,
        Text.of(now.isPresent() ? "connections.endpoint.on" : "connections.endpoint.off"));
    if (now.isPresent()) {
      url.show(now.get().toString());
      endpoint.getChildren().setAll(running());
    } else {
      endpoint.getChildren().setAll(stopped());
    }
  }

  private Node running() {
    HBox.setHgrow(url, Priority.ALWAYS);
    HBox.setHgrow(key, Priority.ALWAYS);
    Button stop = Buttons.normal(Text.of("connections.endpoint.stop"), Feather.SQUARE, model::stop);
    stop.disableProperty().bind(model.busy());
    VBox address = Panels.column(Labels.caption(Text.of("connections.endpoint.url")), url);
    VBox secret = Panels.column(Labels.caption(Text.of("connections.endpoint.key")), key);
    HBox.setHgrow(address, Priority.ALWAYS);
    HBox.setHgrow(secret, Priority.ALWAYS);
    HBox row = Panels.row(address, secret, stop);
    row.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    return row;
  }

  private Node stopped() {
    TextField port = new TextField();
    port.textProperty().bindBidirectional(model.port());
    port.setTextFormatter(FormBuilder.onlyDigits());
    port.setAccessibleText(Text.of("connections.endpoint.port"));
    port.getStyleClass().add("port-field");
    Button start =
        Buttons.normal(Text.of("connections.endpoint.start"), Feather.PLAY, model::start);
    start.disableProperty().bind(model.busy());
    HBox row = Panels.row(Labels.body(Text.of("connections.endpoint.port")), port, start);
    return row;
  }
}
