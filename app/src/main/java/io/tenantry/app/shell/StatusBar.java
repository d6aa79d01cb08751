package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Bottom of the window: how the open engine is. UI thread. */
final class StatusBar extends HBox {
  private final ShellViewModel model;
  private final Region dot = new Region();
  private final Label engine = new Label();
  private final Label tenants = figure(Feather.GRID);
  private final Label connections = figure(Feather.LINK_2);
  private final Label memory = figure(Feather.CPU);

  StatusBar(ShellViewModel model) {
    this.model = model;
    getStyleClass().add("status-bar");
    dot.getStyleClass().add("status-dot");
    HBox state = Panels.row(dot, engine);
    HBox keys = Panels.row(Labels.caption(Text.of("shell.keys.hint")), new KeyHint("?"));
    getChildren().addAll(state, tenants, connections, memory, Panels.spacer(), keys);
    model.status().subscribe(this::show);
    model.attempt().subscribe((_, _) -> show(model.status().get()));
  }

  private void show(Status status) {
    dot.getStyleClass().remove("offline");
    if (!status.online()) {
      dot.getStyleClass().add("offline");
    }
    boolean known = !status.version().isEmpty();
    boolean lost = known && !status.online();
    engine.setText(lost ? Text.of("shell.offline") : known ? status.version() : unknown());
    dot.setVisible(known);
    show(tenants, status.tenants());
    show(connections, status.connections());
    show(memory, status.memory());
  }

  private String unknown() {
    return Text.of(model.attempt().get().isPresent() ? "shell.opening" : "shell.nothing");
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
  }

  private static Label figure(Feather icon) {
    return new Label("", Icons.of(icon, "icon-muted"));
  }
}
