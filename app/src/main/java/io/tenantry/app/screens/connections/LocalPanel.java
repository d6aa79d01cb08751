package io.tenantry.app.screens.connections;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import java.net.URI;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The engine inside this console, with its HTTP endpoint. UI thread. */
final class LocalPanel {
  private final LocalPanelViewModel model;
  private final VBox endpoint = Panels.column();
  private final VBox problem = Panels.column();
  private final StateMark state = new StateMark(Tone.NEUTRAL, "");
  private final CopyField url = CopyField.plain("");
  private final CopyField key = CopyField.secret("");
  private final TextField port = new TextField();

  LocalPanel(LocalPanelViewModel model) {
    this.model = model;
    port.textProperty().bindBidirectional(model.port());
    port.setTextFormatter(FormBuilder.onlyDigits());
    port.getStyleClass().add("port-field");
    model.endpoint().subscribe(this::showEndpoint);
    model.key().subscribe(secret -> key.show(secret.map(Secret::value).orElse("")));
    model.problem().subscribe(this::showProblem);
  }

  VBox node() {
    Label size = Labels.body("");
    size.textProperty().bind(model.size());
    Facts facts =
        new Facts()
            .mono(Text.of("connections.local.folder"), model.dataFolder())
            .live(Text.of("connections.local.size"), size);
    Label help = Labels.caption(Text.of("connections.endpoint.help"));
    help.setWrapText(true);
    HBox head = Panels.row(Labels.heading(Text.of("connections.endpoint")), Panels.spacer(), state);
    VBox part = new VBox(head, help, endpoint, problem);
    part.getStyleClass().addAll("column", "endpoint-part");
    VBox card = Panels.section(Text.of("connections.local.title"), facts);
    card.getChildren().add(part);
    card.getStyleClass().add("local-panel");
    return card;
  }

  private void showEndpoint(Optional<URI> now) {
    boolean on = now.isPresent();
    state.show(
        on ? Tone.SUCCESS : Tone.NEUTRAL,
        Text.of(on ? "connections.endpoint.on" : "connections.endpoint.off"));
    now.ifPresent(address -> url.show(address.toString()));
    endpoint.getChildren().setAll(on ? running() : stopped());
  }

  private void showProblem(Optional<Problem> now) {
    problem
        .getChildren()
        .setAll(
            now
                .map(
                    p -> new Callout(Tone.DANGER, p.title(), (p.text() + " " + p.action()).strip()))
                .stream()
                .toList());
    problem.setManaged(now.isPresent());
  }

  private Node running() {
    Button stop = Buttons.normal(Text.of("connections.endpoint.stop"), Icon.STOP, model::stop);
    stop.disableProperty().bind(model.busy());
    return new FormBuilder()
        .node(labelled("connections.endpoint.url", url))
        .node(labelled("connections.endpoint.key", key))
        .node(stop)
        .build();
  }

  private Node stopped() {
    Button start = Buttons.normal(Text.of("connections.endpoint.start"), Icon.RUN, model::start);
    start.disableProperty().bind(model.busy());
    Label name = Labels.body(Text.of("connections.endpoint.port"));
    name.getStyleClass().add("form-label");
    name.setLabelFor(port);
    return Panels.row(name, port, start);
  }

  private static VBox labelled(String key, CopyField field) {
    Label name = Labels.body(Text.of(key));
    name.getStyleClass().add("form-label");
    VBox box = new VBox(name, field.named(name.getText()));
    box.getStyleClass().add("form-field");
    return box;
  }
}
