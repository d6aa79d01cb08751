package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.stepper.Step;
import io.tenantry.app.controls.stepper.Stepper;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStage;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The stages of a deployment and how far each is; hidden unless there is more than one. */
final class DeploymentStages extends VBox {
  private final Stepper stepper = Stepper.normal();
  private final Label budget = Labels.caption("");

  DeploymentStages() {
    getStyleClass().add("deployment-stages");
    managedProperty().bind(visibleProperty());
    budget.managedProperty().bind(budget.textProperty().isNotEmpty());
    setVisible(false);
    getChildren().addAll(stepper, budget);
  }

  void show(Deployment deployment, DeploymentStates states) {
    List<DeploymentStage> stages = deployment.detail().stages();
    setVisible(stages.size() > 1);
    if (isVisible()) {
      stepper.show(steps(deployment, states));
      budget.setText(
          deployment
              .detail()
              .failuresAllowed()
              .map(allowed -> Text.of("deployment.stages.budget", Figures.count(allowed)))
              .orElse(""));
    }
  }

  /** Tenants that need no work belong to no stage. */
  static List<Step> steps(Deployment deployment, DeploymentStates states) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    int reached = 0;
    for (DeploymentStage stage : deployment.detail().stages()) {
      int done = 0;
      int failed = 0;
      int size = stage.target() - reached;
      for (; at < states.size() && reached < stage.target(); at++) {
        DeploymentTenant.State state = states.at(at);
        reached += state == DeploymentTenant.State.SKIPPED ? 0 : 1;
        done += state == DeploymentTenant.State.DONE ? 1 : 0;
        failed += state == DeploymentTenant.State.FAILED ? 1 : 0;
      }
      steps.add(step(deployment, stage.number(), size, done, failed));
    }
    return steps;
  }

  private static Step step(Deployment deployment, int number, int size, int done, int failed) {
    String caption =
        Text.of("deployment.of", Figures.count((long) done + failed), Figures.count(size));
    return new Step(
        Text.of("deployment.stage", number),
        failed == 0
            ? caption
            : caption + " · " + Text.of("deployment.someFailed", Figures.count(failed)),
        state(deployment, number, size == done + failed),
        size,
        List.of(new Meter.Part(Tone.SUCCESS, done), new Meter.Part(Tone.DANGER, failed)));
  }

  private static Step.State state(Deployment deployment, int number, boolean isThrough) {
    int present = deployment.detail().stage().orElse(1);
    if (number < present || isThrough) {
      return Step.State.DONE;
    }
    boolean isStopped =
        deployment.status() == DeploymentStatus.FAILED
            || deployment.status() == DeploymentStatus.CANCELLED;
    if (number == present) {
      return isStopped ? Step.State.FAILED : Step.State.NOW;
    }
    return Step.State.NEXT;
  }
}
