package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.Arrays;
import java.util.List;

/**
 * What can be done with one deployment: those that its status allows, each past the write guard.
 */
final class DeploymentActions {
  private final DeploymentViewModel model;
  private final Navigator navigator;
  private final WriteGuard guard;

  DeploymentActions(DeploymentViewModel model, Navigator navigator, WriteGuard guard) {
    this.model = model;
    this.navigator = navigator;
    this.guard = guard;
  }

  Action[] actions() {
    return Arrays.stream(DeploymentVerb.values()).map(this::action).toArray(Action[]::new);
  }

  private Action action(DeploymentVerb verb) {
    Action action =
        Action.of(Text.of(verb.key()), icon(verb), () -> ask(verb))
            .keys(keys(verb))
            .shownWhile(model.deployment().map(_ -> model.can(verb)))
            .enabledWhile(guard.canWrite());
    switch (verb) {
      case RETRY -> action.mainProperty().set(true);
      // The main one, unless retry is there too.
      case RESUME ->
          action.mainProperty().bind(model.deployment().map(_ -> !model.can(DeploymentVerb.RETRY)));
      case PAUSE, CANCEL, UNDO -> {}
    }
    return action;
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
    model
        .deployment()
        .get()
        .filter(verb::isPossible)
        .map(Deployment::jobId)
        .ifPresent(id -> guard.run(question(verb, id), () -> act(verb, id)));
  }

  private static Change question(DeploymentVerb verb, DeploymentId id) {
    return new Change(
        Text.of(verb.key() + ".question"),
        Text.of(verb.key() + ".explain"),
        Text.of(verb.key()),
        id.value(),
        verb.weight());
  }

  private void act(DeploymentVerb verb, DeploymentId id) {
    if (verb == DeploymentVerb.UNDO) {
      model.undo(id, false, this::open, losses -> guard.run(loss(id, losses), () -> lose(id)));
    } else {
      model.act(verb, id);
    }
  }

  private void lose(DeploymentId id) {
    model.undo(id, true, this::open, _ -> {});
  }

  private static Change loss(DeploymentId id, List<String> losses) {
    return Change.irrevocable(
        Text.of("deployment.undo.loses"),
        Text.of("deployment.undo.losses", String.join("\n", losses)),
        Text.of("deployment.undo"),
        id.value());
  }

  private void open(Deployment undo) {
    navigator.go(Route.DEPLOYMENT, undo.jobId().value());
  }
}
