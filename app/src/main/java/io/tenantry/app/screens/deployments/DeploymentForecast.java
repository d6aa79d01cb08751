package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was known of a deployment before it touched a tenant. UI thread. */
final class DeploymentForecast extends VBox {
  private List<ChangeWarning> warnings = List.of();
  private List<DataLoss> losses = List.of();
  private boolean wasTried;

  DeploymentForecast() {
    getStyleClass().add("deployment-forecast");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows what was known; of one that has ended, its result stands in place of what might fail. */
  void show(Deployment deployment) {
    DeploymentDetail detail = deployment.detail();
    boolean tried = isTried(deployment);
    if (detail.warnings().equals(warnings) && detail.losses().equals(losses) && tried == wasTried) {
      return;
    }
    wasTried = tried;
    warnings = detail.warnings();
    losses = detail.losses();
    List<String> others = sentences(warnings, tried);
    getChildren().clear();
    if (!losses.isEmpty()) {
      getChildren().add(lost(losses, detail.dryRun()));
    }
    if (!others.isEmpty()) {
      getChildren().add(warned(others, tried));
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

  /** Says whether it was tried on every tenant: who failed is known, and not feared any more. */
  static boolean isTried(Deployment deployment) {
    return deployment.status().ended() && TenantsSoFar.of(deployment).left() == 0;
  }

  /**
   * Names what changes do to databases with rows: a warning before they were tried, and a fact
   * afterwards. An empty list gives an empty message.
   */
  static Node warned(List<String> messages, boolean tried) {
    Callout callout =
        tried
            ? new Callout(Tone.INFO, Text.of("deployment.effects"), "")
            : new Callout(Tone.WARNING, Text.of("deployment.warnings", messages.size()), "");
    return callout.losses(messages, more -> Text.of("dialogs.more", Figures.count(more)));
  }

  /**
   * Returns what is still to be told of warnings, a sentence each, but for what is lost.
   *
   * @param tried whether it was tried on every tenant
   */
  static List<String> sentences(List<ChangeWarning> warnings, boolean tried) {
    return warnings.stream()
        .filter(warning -> isOpen(warning.code(), tried))
        .map(ChangeWarning::message)
        .map(DeploymentForecast::sentence)
        .distinct()
        .toList();
  }

  private static boolean isOpen(ChangeWarning.Code code, boolean tried) {
    return switch (code) {
      case LOSES_DATA -> false;
      case NEEDS_EMPTY_TABLE, MAY_FAIL -> !tried;
      case QUOTED_TEXT, REWRITES_TABLE, LONG_LOCK, DANGLING_REFERENCES -> true;
    };
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
