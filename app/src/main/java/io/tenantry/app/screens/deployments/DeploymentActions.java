package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.Arrays;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;

/**
 * What can be done with one deployment: those that its status allows, each past the write guard.
 */
final class DeploymentActions {
  private final DeploymentViewModel model;
  private final Navigator navigator;
  private final WriteGuard guard;
  private final UndoQuestion undo;

  DeploymentActions(
      DeploymentViewModel model, Navigator navigator, WriteGuard guard, UndoQuestion undo) {
    this.model = model;
    this.undo = undo;
    this.navigator = navigator;
    this.guard = guard;
  }

  Action[] actions() {
    return Arrays.stream(DeploymentVerb.values()).map(this::action).toArray(Action[]::new);
  }

  /** Each keeps its place whatever the deployment does; what cannot be done now is pale. */
  private Action action(DeploymentVerb verb) {
    Action action =
        Action.of(Text.of(verb.key()), icon(verb), () -> ask(verb))
            .keys(keys(verb))
            .enabledWhile(
                guard.canWrite().and(BooleanExpression.booleanExpression(possible(verb))));
    switch (verb) {
      case RETRY -> action.mainProperty().bind(possible(verb));
      // The main one, unless retry is there too.
      case RESUME ->
          action
              .mainProperty()
              .bind(
                  model.deployment().map(_ -> model.can(verb) && !model.can(DeploymentVerb.RETRY)));
      case PAUSE, CANCEL, UNDO -> {}
    }
    return action;
  }

  private ObservableValue<Boolean> possible(DeploymentVerb verb) {
    return model.deployment().map(_ -> model.can(verb));
  }

  private static Icon icon(DeploymentVerb verb) {
    return switch (verb) {
      case PAUSE -> Icon.PAUSE;
      case CANCEL -> Icon.CLOSE;
      case UNDO -> Icon.UNDO;
      case RETRY -> Icon.RETRY;
      case RESUME -> Icon.RUN;
    };
  }

  private static String keys(DeploymentVerb verb) {
    return verb == DeploymentVerb.RETRY ? "R" : "";
  }

  private void ask(DeploymentVerb verb) {
    model.deployment().get().filter(verb::isPossible).ifPresent(found -> ask(verb, found));
  }

  private void ask(DeploymentVerb verb, Deployment found) {
    DeploymentId id = found.jobId();
    if (verb == DeploymentVerb.UNDO) {
      undo.ask(found, () -> model.undo(id, this::open));
    } else {
      guard.run(question(verb, found), () -> model.act(verb, id));
    }
  }

  static GuardedChange question(DeploymentVerb verb, Deployment found) {
    TenantsSoFar progress = TenantsSoFar.of(found);
    String left = DeploymentPlanWords.tenants(progress.left());
    String failed = DeploymentPlanWords.tenants(progress.failed() + progress.left());
    String name = found.blueprintId().value();
    return switch (verb) {
      case PAUSE -> change(verb, name, Text.of(verb.key() + ".question"), Text.of(verb.key()));
      case RESUME ->
          change(verb, name, Text.of(verb.key() + ".question", left), Text.of(verb.key()))
              .reaching(progress.left());
      case RETRY ->
          change(verb, name, Text.of(verb.key() + ".question", failed), Text.of(verb.key()))
              .reaching(progress.failed() + progress.left());
      case CANCEL ->
          change(verb, name, Text.of(verb.key() + ".question"), Text.of(verb.key() + ".act"));
      case UNDO -> throw new IllegalArgumentException("an undo has a question of its own");
    };
  }

  private static GuardedChange change(DeploymentVerb verb, String name, String title, String act) {
    return new GuardedChange(title, Text.of(verb.key() + ".explain"), act, name, verb.weight());
  }

  private void open(Deployment undo) {
    navigator.go(ScreenRoute.DEPLOYMENT, undo.jobId().value());
  }
}
