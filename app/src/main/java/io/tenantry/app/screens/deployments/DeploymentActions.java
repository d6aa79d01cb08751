package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** The buttons of one deployment: those that its status allows, each past the write guard. */
final class DeploymentActions {
  private final DeploymentViewModel model;
  private final Navigator navigator;
  private final WriteGuard guard;

  DeploymentActions(DeploymentViewModel model, Navigator navigator, WriteGuard guard) {
    this.model = model;
    this.navigator = navigator;
    this.guard = guard;
  }

  Node[] buttons() {
    return Arrays.stream(DeploymentVerb.values()).map(this::button).toArray(Node[]::new);
  }

  List<Command> commands() {
    return Arrays.stream(DeploymentVerb.values())
        .map(verb -> new Command(Text.of(verb.key()), keys(verb), () -> ask(verb)))
        .toList();
  }

  private Button button(DeploymentVerb verb) {
    String words = Text.of(verb.key());
    Button button =
        switch (verb) {
          case PAUSE -> Buttons.normal(words, Feather.PAUSE, () -> ask(verb));
          case CANCEL -> Buttons.normal(words, Feather.X, () -> ask(verb));
          case UNDO -> Buttons.normal(words, Feather.CORNER_UP_LEFT, () -> ask(verb));
          case RETRY -> Buttons.primary(words, Feather.ROTATE_CW, () -> ask(verb));
          case RESUME -> Buttons.normal(words, Feather.PLAY, () -> ask(verb));
        };
    if (verb == DeploymentVerb.RESUME) { // the main one, unless retry is there too
      model.deployment().subscribe(_ -> main(button, !model.can(DeploymentVerb.RETRY)));
    }
    button.visibleProperty().bind(model.deployment().map(_ -> model.can(verb)));
    button.managedProperty().bind(button.visibleProperty());
    button.disableProperty().bind(guard.canWrite().not());
    return button;
  }

  private static void main(Button button, boolean isMain) {
    button.getStyleClass().remove("accent");
    if (isMain) {
      button.getStyleClass().add("accent");
    }
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
