package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStage;
import io.tenantry.contract.deployments.DeploymentStatus;
import javafx.scene.layout.FlowPane;

/** The stages of a deployment and where it is in them; hidden unless there is more than one. */
final class StageStrip extends FlowPane {

  StageStrip() {
    getStyleClass().add("stage-strip");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(Deployment deployment) {
    getChildren().clear();
    setVisible(deployment.detail().stages().size() > 1);
    for (DeploymentStage stage : deployment.detail().stages()) {
      String words = Text.of("deployment.stages", stage.number(), Figures.count(stage.target()));
      getChildren().add(new Chip(tone(deployment, stage.number()), words));
    }
    deployment
        .detail()
        .failuresAllowed()
        .map(allowed -> Text.of("deployment.stages.budget", Figures.count(allowed)))
        .ifPresent(words -> getChildren().add(Labels.muted(words)));
  }

  private static Tone tone(Deployment deployment, int number) {
    int present = deployment.detail().stage().orElse(1);
    boolean isDone = number < present || deployment.status() == DeploymentStatus.COMPLETED;
    if (isDone) {
      return Tone.SUCCESS;
    }
    return number == present ? DeploymentWords.chip(deployment.status()).tone() : Tone.WAITING;
  }
}
