package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.error.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What a dry run has found out: how many tenants pass, why others fail, what is lost. */
final class TrialPane extends StackPane {
  private final MeterLine meter = new MeterLine();

  TrialPane(DeploymentTrial trial) {
    getStyleClass().add("trial");
    managedProperty().bind(visibleProperty());
    trial.state().subscribe(this::show);
  }

  private void show(DeploymentTrial.State state) {
    Optional<Node> said =
        switch (state) {
          case DeploymentTrial.State.None _ -> Optional.empty();
          case DeploymentTrial.State.Going(Optional<Deployment> found) -> Optional.of(going(found));
          case DeploymentTrial.State.Ended(Deployment found) -> Optional.of(ended(found));
          case DeploymentTrial.State.Failed(EngineException reason) ->
              Optional.of(
                  new Callout(
                      Tone.DANGER, Text.of("deployments.try.failed"), ErrorPresenter.line(reason)));
        };
    setVisible(said.isPresent());
    said.ifPresentOrElse(getChildren()::setAll, getChildren()::clear);
  }

  private Node going(Optional<Deployment> found) {
    meter.say(
        found
            .map(dryRun -> DeploymentFigures.words(TenantsSoFar.of(dryRun)))
            .map(words -> Text.of("deployments.try.going", words))
            .orElseGet(() -> Text.of("deployments.try.begins")));
    found.ifPresent(
        dryRun -> {
          TenantsSoFar progress = TenantsSoFar.of(dryRun);
          meter.meter().show(progress.all(), progress.parts(dryRun.status()));
        });
    return meter;
  }

  private static Node ended(Deployment found) {
    TenantsSoFar progress = TenantsSoFar.of(found);
    boolean passes = progress.failed() + progress.left() == 0;
    String all = DeploymentPlanWords.tenants(progress.all());
    Callout callout =
        new Callout(
            passes ? Tone.SUCCESS : Tone.DANGER,
            passes
                ? Text.of("deployments.try.passes", all)
                : Text.of("deployments.try.fails", Figures.count(progress.failed()), all),
            Text.of("deployments.try.touched"));
    List<String> lines = lines(found);
    return lines.isEmpty()
        ? callout
        : callout.losses(lines, more -> Text.of("dialogs.more", Figures.count(more)));
  }

  private static List<String> lines(Deployment found) {
    List<String> lines = new ArrayList<>();
    for (ErrorGroup group : found.detail().errorGroups()) {
      lines.add(
          Text.of(
              "deployments.try.reason",
              group.reason(),
              DeploymentPlanWords.tenants(group.count())));
    }
    found.detail().losses().stream()
        .filter(loss -> loss.tenants() > 0)
        .map(DeploymentForecast::counted)
        .forEach(lines::add);
    return lines;
  }
}
