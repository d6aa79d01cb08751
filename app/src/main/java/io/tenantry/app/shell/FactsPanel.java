package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Text;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Figures with their names, one by one and all together to take away. UI thread. */
final class FactsPanel extends VBox {

  /**
   * Creates it.
   *
   * @param help one sentence about the figures
   * @param facts name and value, in their order
   */
  FactsPanel(String title, String help, Map<String, String> facts) {
    getStyleClass().add("facts-panel");
    Button copy =
        Buttons.quiet(
            Text.of("shell.facts.copy"), Icon.COPY, () -> Clipboards.copy(written(facts)));
    HBox head = Panels.row(Labels.title(title), Panels.spacer(), copy);
    head.getStyleClass().add("flyout-head");
    Facts lines = new Facts();
    facts.forEach(lines::add);
    Label words = Labels.caption(help);
    words.setWrapText(true);
    VBox content = new VBox(lines, words);
    content.getStyleClass().add("facts-content");
    getChildren().addAll(head, content);
  }

  private static String written(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .collect(Collectors.joining("\n"));
  }
}
