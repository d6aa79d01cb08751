package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.deployments.DeploymentDetail;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was known of a deployment before it touched a tenant. UI thread. */
final class DeploymentForecast extends VBox {
  private List<ChangeWarning> warnings = List.of();

  DeploymentForecast() {
    getStyleClass().add("deployment-forecast");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(DeploymentDetail detail) {
    if (!detail.warnings().equals(warnings)) {
      warnings = detail.warnings();
      setVisible(!warnings.isEmpty());
      getChildren().setAll(warned(warnings.stream().map(ChangeWarning::message).toList()));
    }
  }

  /** Names what changes do to databases with rows; an empty list gives an empty message. */
  static Node warned(List<String> messages) {
    return new Callout(Tone.WARNING, Text.of("deployment.warnings", messages.size()), "")
        .losses(messages, more -> Text.of("dialogs.more", Figures.count(more)));
  }
}
