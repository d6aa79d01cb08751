package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.DeploymentDetail;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was known of a deployment before it touched a tenant. UI thread. */
final class DeploymentForecast extends VBox {
  private List<ChangeWarning> warnings = List.of();
  private List<DataLoss> losses = List.of();

  DeploymentForecast() {
    getStyleClass().add("deployment-forecast");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(DeploymentDetail detail) {
    if (detail.warnings().equals(warnings) && detail.losses().equals(losses)) {
      return;
    }
    warnings = detail.warnings();
    losses = detail.losses();
    List<String> others =
        warnings.stream()
            .filter(warning -> warning.code() != ChangeWarning.Code.LOSES_DATA)
            .map(ChangeWarning::message)
            .distinct()
            .toList();
    getChildren().clear();
    if (!losses.isEmpty()) {
      getChildren().add(lost(losses, detail.dryRun()));
    }
    if (!others.isEmpty()) {
      getChildren().add(warned(others));
    }
    setVisible(!getChildren().isEmpty());
  }

  private static Node lost(List<DataLoss> losses, boolean tries) {
    String title = Text.of(tries ? "deployment.losses.tried" : "deployment.losses");
    return new Callout(Tone.DANGER, title, "")
        .losses(
            losses.stream().map(DeploymentForecast::counted).toList(),
            more -> Text.of("dialogs.more", Figures.count(more)));
  }

  /** Says what is lost, and how much of it was lost so far. */
  static String counted(DataLoss loss) {
    return sentence(loss.what()) + " · " + amount(loss) + uncounted(loss);
  }

  private static String uncounted(DataLoss loss) {
    return loss.uncounted() == 0
        ? ""
        : " · " + Text.of("deployment.losses.uncounted", loss.uncounted());
  }

  private static String amount(DataLoss loss) {
    if (loss.tenants() == 0) {
      return Text.of("deployment.losses.none");
    }
    return loss.rows() > 0
        ? rowsIn(loss.rows(), loss.tenants())
        : Text.of(
            "deployment.losses.in",
            Text.of("deployment.losses.values", loss.values()),
            loss.tenants());
  }

  /** Says how many rows in how many tenants. */
  static String rowsIn(long rows, int tenants) {
    return Text.of("deployment.losses.in", Text.of("deployment.losses.rows", rows), tenants);
  }

  /** Names what changes do to databases with rows; an empty list gives an empty message. */
  static Node warned(List<String> messages) {
    return new Callout(Tone.WARNING, Text.of("deployment.warnings", messages.size()), "")
        .losses(
            messages.stream().map(DeploymentForecast::sentence).toList(),
            more -> Text.of("dialogs.more", Figures.count(more)));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
