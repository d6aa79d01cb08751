package io.tenantry.app.shell;

import io.tenantry.app.connect.LinkHealth;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Says that the engine does not answer, since when and why, and has it asked again: in the place of
 * the status bar, so that it covers nothing of the page and moves nothing. UI thread.
 */
final class LinkStrip extends HBox {
  private final ShellViewModel model;
  private final Label title = Labels.heading("");
  private final Label text = Labels.body("");

  LinkStrip(ShellViewModel model) {
    this.model = model;
    getStyleClass().addAll("state-strip", "link-strip");
    Tone.DANGER.mark(this);
    title.setMinWidth(USE_PREF_SIZE);
    Button now = Buttons.normal(Text.of("shell.link.now"), Icon.RETRY, model::ask);
    now.getStyleClass().add("small");
    now.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Icons.of(Icon.PROBLEM, "icon-danger"), title, text, Panels.spacer(), now);
    model.health().subscribe(this::show);
  }

  private void show(LinkHealth health) {
    setVisible(health instanceof LinkHealth.Down);
    if (health instanceof LinkHealth.Down(EngineException reason, Instant since, _)) {
      Problem problem = model.errors().describeLost(reason);
      title.setText(problem.title());
      text.setText(Text.of("shell.link.since", problem.text(), Figures.exact(since)));
    }
  }
}
